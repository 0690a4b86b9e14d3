import { z } from 'zod';

/** One setting, declared once: it validates, it documents, and the READMEs' tables are made from it. */
export interface Setting<Value> {
  /** The environment variable's name. */
  readonly name: string;
  /** One sentence for the operator. */
  readonly meaning: string;
  /** What its text must look like, in words. */
  readonly form: string;
  readonly schema: z.ZodType<Value>;
  /** Undefined: there is none, the setting must be given. */
  readonly fallback?: Value;
  /** It may be left out. */
  readonly optional?: boolean;
  /** It may be left out unless another setting has this value. */
  readonly neededWith?: { readonly setting: Setting<string>; readonly value: string };
  /** Never printed. */
  readonly secret?: boolean;
}

type Declare<Value> = (name: string, meaning: string, fallback?: Value) => Setting<Value>;

const declare =
  <Value>(form: string, schema: z.ZodType<Value>): Declare<Value> =>
  (name, meaning, fallback) => ({
    name,
    meaning,
    form,
    schema,
    ...(fallback === undefined ? {} : { fallback }),
  });

const wholeNumber = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);

export const text: Declare<string> = declare('text', z.string().min(1));
export const port: Declare<number> = declare(
  'port, 1 to 65535',
  wholeNumber.pipe(z.number().min(1).max(65_535)),
);
export const integer: Declare<number> = declare(
  'whole number, 0 or more',
  wholeNumber.pipe(z.number().min(0)),
);
export const duration: Declare<number> = declare('milliseconds', wholeNumber.pipe(z.number().min(0)));
export const ratio: Declare<number> = declare(
  '0 to 1',
  z
    .string()
    .regex(/^[\d.]+$/)
    .transform(Number)
    .pipe(z.number().min(0).max(1)),
);
export const url: Declare<string> = declare('URL', z.string().regex(/^[a-z][a-z0-9+.-]*:\/\/\S+$/));
/** Addresses, separated by commas. */
export const addresses: Declare<string[]> = declare(
  'host:port, separated by commas',
  z
    .string()
    .regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/)
    .transform((it) => it.split(',')),
);
export const flag: Declare<boolean> = declare(
  'true or false',
  z.enum(['true', 'false']).transform((it) => it === 'true'),
);

/** A secret has no working default: it must be given, and is at least 16 characters long. */
export function secret(name: string, meaning: string): Setting<string> {
  return { name, meaning, form: 'secret, at least 16 characters', schema: z.string().min(16), secret: true };
}

/** One of a few words. */
export function choice<const Word extends string>(
  name: string,
  words: readonly [Word, ...Word[]],
  meaning: string,
  fallback?: Word,
): Setting<Word> {
  const schema = z.enum(words) as unknown as z.ZodType<Word>;
  return { name, meaning, form: words.join(' | '), schema, ...(fallback === undefined ? {} : { fallback }) };
}

/** The setting may be left out; its value is then `undefined`. */
export function optional<Value>(setting: Setting<Value>): Setting<Value | undefined> {
  return { ...setting, schema: setting.schema.optional(), optional: true };
}

/** The setting must be given when `choice` is `value`; otherwise it may be left out, and is then `undefined`. */
export function neededWith<Value, Word extends string>(
  setting: Setting<Value>,
  choice: Setting<Word>,
  value: NoInfer<Word>,
): Setting<Value | undefined> {
  return { ...optional(setting), neededWith: { setting: choice as Setting<string>, value } };
}
