/**
 * The caller handed the engine something that makes no sense (no services, a step of no length, an unknown resource).
 * Its own fault, never the client's: what a client can send is refused before it gets here.
 */
export class EngineInputError extends Error {
  override readonly name = 'EngineInputError'
  /** Path of the wrong field, such as `services[0].performers[1].steps`. */
  readonly field: string

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`)
    this.field = field
  }
}
