import { CommandBus, QueryBus, type Command, type Query } from '@nestjs/cqrs';
import { isAppError } from '@tradewind/kernel';
import { inSpan, metrics } from '@tradewind/observability';
import { requireValid, type FieldProblem } from './validation.ts';

/** A command or query may say what is wrong with it; it is then never handled. */
interface Validatable {
  problems?(): FieldProblem[];
}

const seconds = metrics.histogram('use_case_seconds', 'Duration of a use case.', ['name', 'outcome']);

/**
 * The one way to a service's use cases: checks the request, times it, puts it in a span. Neither log nor span ever gets
 * the request itself, which may hold what is nobody's business.
 */
export abstract class UseCases {
  /** Does something. */
  abstract execute<Result>(command: Command<Result>): Promise<Result>;
  /** Answers something. */
  abstract ask<Result>(query: Query<Result>): Promise<Result>;
}

async function around<Result>(request: object, work: () => Promise<Result>): Promise<Result> {
  const { name } = request.constructor;
  const end = seconds.startTimer({ name });
  try {
    const result = await inSpan(name, {}, () => {
      requireValid((request as Validatable).problems?.() ?? []);
      return work();
    });
    end({ outcome: 'ok' });
    return result;
  } catch (error) {
    end({ outcome: isAppError(error) ? error.code : 'INTERNAL' });
    throw error;
  }
}

/** Puts `UseCases` over Nest's buses. */
export const useCasesProvider = {
  provide: UseCases,
  inject: [CommandBus, QueryBus],
  useFactory: (commands: CommandBus, queries: QueryBus): UseCases => ({
    execute: (command) => around(command, () => commands.execute(command)),
    ask: (query) => around(query, () => queries.execute(query)),
  }),
};
