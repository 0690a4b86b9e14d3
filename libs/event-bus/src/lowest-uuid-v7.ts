/** No UUIDv7 of this time (milliseconds since 1970) or later is smaller. */
export function lowestUuidV7(milliseconds: number): string {
  const time = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
