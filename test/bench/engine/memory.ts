/**
 * What a call leaves on the heap and beside it until the garbage collector comes, in MB: the most of several calls, since
 * the collector may come during one. Needs `--expose-gc`.
 */
export function memoryOf(call: () => unknown): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('needs node --expose-gc')
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const taken = Array.from({ length: 5 }, () => {
    gc()
    const before = used()
    call()
    return used() - before
  })
  return Math.max(...taken) / 2 ** 20
}
