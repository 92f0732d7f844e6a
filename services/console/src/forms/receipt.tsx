import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import type { CommandAnswer } from '../graphql/send-command.ts';

export interface Next {
  readonly to: string;
  readonly name: string;
}

interface ReceiptProps {
  readonly answer: CommandAnswer;
  /** What was recorded, in a few words. */
  readonly title: string;
  readonly children?: ComponentChildren;
  /** What one would do next, the likeliest first. */
  readonly next: readonly Next[];
}

const how = ({ recorded, repeated }: CommandAnswer): string => {
  if (repeated) return 'It had been recorded before, and was not recorded again.';
  return recorded ? 'It is on record.' : 'It was on record as it is: nothing new was recorded.';
};

/** After saving: the reference to keep, and what to do next. */
export const Receipt = ({ answer, title, children, next }: ReceiptProps) => {
  const { to } = useAddress();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="receipt" role="status">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>{how(answer)}</p>
      <dl class="receipt__facts">
        <dt>Reference</dt>
        <dd class="receipt__reference">{answer.subject}</dd>
        <dt>Position</dt>
        <dd>{answer.position.toLocaleString('en-US')}</dd>
      </dl>
      {children}
      <ul class="receipt__next">
        {next.map((one, index) => (
          <li key={one.to}>
            <a class={index === 0 ? 'usa-button' : 'usa-button usa-button--outline'} href={to(one.to)}>
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
