import { commitmentExamples } from './commitment-examples.ts';
import { engagementExamples } from './engagement-examples.ts';
import { recommendationExamples } from './recommendation-examples.ts';

/** One example of every command. They name each other's records; each list can be told in its order. */
export const commandExamples = [...recommendationExamples, ...engagementExamples, ...commitmentExamples];

const byCommand = new Map(commandExamples.map((example) => [example.command, example]));

/** @throws where a command has no example: whoever adds one writes one */
export const exampleOf = (command: string): (typeof commandExamples)[number] => {
  const example = byCommand.get(command);
  if (!example) throw new Error(`${command} has no example in packages/contracts/src/interfaces/examples`);
  return example;
};
