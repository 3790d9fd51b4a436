/** Work that is done again and again. */
export interface Repeated {
  /** Lets what runs finish; nothing begins any more. */
  stop(): Promise<void>
}

/**
 * Does something now and then again and again, with a pause after each time; a failure is told and the next time comes all
 * the same. It does not keep the process alive.
 */
export function repeat(work: () => Promise<unknown>, pauseMs: number, onFailure: (error: unknown) => void): Repeated {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const once = async (): Promise<void> => {
    await work().catch(onFailure)
    if (isStopped) return
    timer = setTimeout(() => {
      running = once()
    }, pauseMs)
    timer.unref()
  }
  let running = once()
  return {
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      return running
    },
  }
}
