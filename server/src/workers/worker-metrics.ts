import cluster, { type Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import { AggregatorRegistry, Registry } from 'prom-client'
import type { MetricsSource } from '../plugins/metrics/build-metrics.js'
import type { FromWorker, Measured, ToWorker } from './messages.js'

/** A worker that does not answer is left out, rather than keeping the metrics of the others from being seen. */
const PATIENCE_MS = 3_000

/**
 * The metrics of all workers, each under the label `worker` with its number, and those of the primary. A worker that takes
 * the place of another has its number: it begins at zero, as a process does that starts again. Sums over workers are for
 * whoever asks: a sum made here would fall when one ends, and look as if all had started again.
 */
export function workerMetrics(own: Registry, workers: () => Iterable<[number, Worker]>): MetricsSource {
  let questions = 0
  const waiting = new Map<number, (measured: Measured) => void>()
  cluster.on('message', (_worker, message: FromWorker) => {
    if (message.type === 'measured') waiting.get(message.question)?.(message.measured)
  })

  async function ask(worker: Worker): Promise<Measured> {
    questions += 1
    const question = questions
    const answered = new Promise<Measured>((resolve) => waiting.set(question, resolve))
    worker.send({ type: 'measure', question } satisfies ToWorker, () => {})
    const measured = await Promise.race([answered, delay(PATIENCE_MS, [], { ref: false })])
    waiting.delete(question)
    return measured
  }

  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    metrics: async () => {
      const measured = await Promise.all(
        [...workers()].map(async ([number, worker]) => labelled(await ask(worker), number)),
      )
      return AggregatorRegistry.aggregate([await own.getMetricsAsJSON(), ...measured]).metrics()
    },
  }
}

const labelled = (measured: Measured, worker: number): Measured =>
  measured.map((metric) => ({
    ...metric,
    // With a label for each there is nothing to add up, and nothing to leave out.
    aggregator: 'sum',
    values: metric.values.map((value) => ({ ...value, labels: { ...value.labels, worker } })),
  }))
