interface Known {
  name?: string;
  message?: string;
  stack?: string;
  code?: unknown;
  cause?: unknown;
  /** Of an error of PostgreSQL's. */
  severity?: string;
  constraint?: string;
  table?: string;
}

/**
 * An error's message without what may be somebody's input: PostgreSQL quotes the values that it refuses, and a parser the text that
 * it cannot read.
 */
export function safeMessage(error: unknown): string {
  const { name, message = '', severity, code, table, constraint } = (error ?? {}) as Known;
  if (severity !== undefined && code !== undefined)
    return [`PostgreSQL: SQLSTATE ${String(code)}`, table, constraint].filter(Boolean).join(', ');
  return name === 'SyntaxError' ? 'the text cannot be parsed' : message;
}

/** An error as a log has it: none of the fields that libraries hang on it, which hold whole requests and rows. */
export function safeError(error: unknown): Record<string, unknown> {
  const { name, stack = '', code, cause } = (error ?? {}) as Known;
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: name ?? typeof error,
    ...(code === undefined ? {} : { code }),
    message: safeMessage(error),
    ...(frames.length > 0 ? { stack: frames.join('\n') } : {}),
    ...(cause === undefined ? {} : { cause: safeError(cause) }),
  };
}
