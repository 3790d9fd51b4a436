/** The part of a logger that is needed here; the fields come first. */
export interface CacheLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
}
