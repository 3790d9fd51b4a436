import type { FlowState } from './flow-state.js'

/** Holds the state of one flow and tells its listeners of every change. Knows nothing of the page. */
export class FlowStore {
  #state: FlowState
  readonly #listeners = new Set<(state: FlowState) => void>()

  constructor(state: FlowState) {
    this.#state = state
  }

  get state(): FlowState {
    return this.#state
  }

  update(change: Partial<FlowState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener(this.#state)
  }

  /** Calls the listener after every change; returns what ends that. */
  subscribe(listener: (state: FlowState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
