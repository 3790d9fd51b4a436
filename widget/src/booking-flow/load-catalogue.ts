import type { CodexClient } from './codex-client.js'
import { describeFailure, type Failure } from './failure.js'
import type { FlowStore } from './flow-store.js'
import { LatestQuestion } from './latest-question.js'

interface Dependencies {
  store: FlowStore
  codex: CodexClient
  onFailure: (failure: Failure) => void
}

/** Asks what the site offers, and puts it into the store. */
export class CatalogueLoader {
  readonly #parts: Dependencies
  readonly #question = new LatestQuestion()

  constructor(parts: Dependencies) {
    this.#parts = parts
  }

  async load(): Promise<void> {
    const { store, codex, onFailure } = this.#parts
    const { site, services, resources } = codex
    store.update({ catalogue: { status: 'loading' } })
    await this.#question.ask(
      (signal) => Promise.all([site.get({ signal }), services.list({ signal }), resources.list({ signal })]),
      ([site, { categories, services }, { resources }]) =>
        store.update({ catalogue: { status: 'ready', value: { site, categories, services, resources } } }),
      (error) => {
        const failure = describeFailure(error)
        store.update({ catalogue: { status: 'failed', failure } })
        onFailure(failure)
      },
    )
  }
}
