import { type CommandDefinition, commandCatalogue, type Officer, type SendResult } from '@demarche/contracts';
import { CommandServiceUnreachable, problem } from '@demarche/service-kit';
import { builder } from '../builder.ts';
import type { GatewayContext } from '../context.ts';
import { commandInput } from '../contract-types/command-input.ts';
import { inputObject } from '../contract-types/input-type.ts';
import { camelCase, pascalCase } from '../contract-types/type-name.ts';
import { gatewayError } from '../http/gateway-error.ts';
import { type CommandPayload, commandPayloadType } from './command-payload.ts';

interface CommandArguments {
  readonly input?: unknown;
  readonly idempotencyKey: string;
  readonly ifMatch?: number | null | undefined;
}

const send = async (
  definition: CommandDefinition,
  given: CommandArguments,
  context: GatewayContext,
): Promise<CommandPayload> => {
  const { idempotencyKey, ifMatch } = given;
  const options = {
    commandId: idempotencyKey,
    officer: context.officer as Officer,
    correlationId: context.correlationId,
    ...(ifMatch === null || ifMatch === undefined ? {} : { ifMatch }),
  };
  try {
    return payloadOf(
      await context.commands.send(definition.name, commandInput(definition.input, given.input), options),
    );
  } catch (error) {
    const isKnown = error instanceof CommandServiceUnreachable && error.nothingArrived;
    const code = isKnown ? 'service-unreachable' : 'service-unavailable';
    throw gatewayError(code, problem(code, context.correlationId).problem.detail, error);
  }
};

const payloadOf = (result: SendResult): CommandPayload =>
  result.outcome === 'answered' ? { answer: result.answer, refusal: null } : { answer: null, refusal: result.problem };

/** What a rule can say to the command, for whoever reads the schema. */
const describe = ({ doc, rejections }: CommandDefinition): string =>
  [doc, '', 'Refused with:', ...Object.entries(rejections).map(([code, meaning]) => `* \`${code}\`: ${meaning}`)].join(
    '\n',
  );

for (const definition of Object.values(commandCatalogue)) {
  builder.mutationField(camelCase(definition.name), (t) =>
    t.field({
      type: commandPayloadType,
      authScopes: { signedIn: true },
      nullable: true,
      description: describe(definition),
      args: {
        input: t.arg({ type: inputObject(definition.input, `${pascalCase(definition.name)}Input`), required: true }),
        idempotencyKey: t.arg.id({
          required: true,
          description: 'A fresh lower-case UUID for each command, and the same one on every retry of it.',
        }),
        ifMatch: t.arg.int({
          description: 'The `revision` that you have seen: refused as `stale` when it has moved on.',
        }),
      },
      complexity: 10,
      resolve: (_, given, context) => send(definition, given, context),
    }),
  );
}
