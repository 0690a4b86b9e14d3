import type { FieldError } from '../../api/problem.ts';

/** The server's messages by field name; `/shippingAddress/city` and `shippingAddress.city` mean the same field. */
export function fieldMessages(errors: FieldError[]): Record<string, string[]> {
  const messages: Record<string, string[]> = {};
  for (const { field, message } of errors) {
    const name = field.replace(/^[#/]+/, '').replaceAll('/', '.');
    (messages[name] ??= []).push(message);
  }
  return messages;
}
