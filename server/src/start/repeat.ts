/** Work that is done again and again. */
export interface Repeated {
  /** Lets what runs finish; nothing begins any more. */
  stop(): Promise<void>
}

/**
 * Does something now and then again and again, with a pause after each time. A failure is told, those that follow right
 * after it are not, and the next time comes all the same. It does not keep the process alive.
 */
export function repeat(work: () => Promise<unknown>, pauseMs: number, onFailure: (error: unknown) => void): Repeated {
  let isStopped = false
  let isFailing = false
  let timer: NodeJS.Timeout | undefined
  const once = async (): Promise<void> => {
    await work().then(
      () => {
        isFailing = false
      },
      (error: unknown) => {
        if (!isFailing) onFailure(error)
        isFailing = true
      },
    )
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
