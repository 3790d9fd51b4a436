/** A page may hold two copies of this package, its own and a widget's: the mark is known to both, a class is not. */
export const codexErrorMark: unique symbol = Symbol.for('codex-booking.error')

/** What every error of this package is. Aborting is not one of them: it rejects with the signal's own reason. */
export abstract class CodexError extends Error {
  override readonly name: string = 'CodexError'
  readonly [codexErrorMark] = true
}
