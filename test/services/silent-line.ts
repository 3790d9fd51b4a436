import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that can go silent, so that nobody hears that what is open leads nowhere, or break. */
export interface SilentLine {
  /** The server's URL by this way. */
  url: string
  /** Nothing goes through any more what is open now; what is opened later works. */
  silence(): void
  /**
   * The next message that contains this still arrives; but of what is said to it nothing comes back, and once the server
   * has answered with the same word the connection breaks.
   */
  loseAnswerTo(word: string): void
  close(): Promise<void>
}

/** Opens a way to a server on the loopback address. */
export async function silentLine(url: string): Promise<SilentLine> {
  const target = new URL(url)
  const open = new Set<Socket>()
  const silent = new WeakSet<Socket>()
  let lost: string | undefined
  const proxy = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    open.add(near)
    let unheard: string | undefined
    const passOn = (from: Socket, to: Socket) => {
      from.on('data', (data) => {
        if (from === near && lost !== undefined && data.includes(lost)) {
          unheard = lost
          lost = undefined
        }
        if (from === far && unheard !== undefined) {
          if (data.includes(unheard)) near.destroy()
        } else if (!silent.has(near)) to.write(data)
      })
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(near)
        to.destroy()
      })
    }
    passOn(near, far)
    passOn(far, near)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const by = new URL(url)
  by.hostname = '127.0.0.1'
  by.port = String((proxy.address() as AddressInfo).port)
  return {
    url: by.href,
    silence: () => {
      for (const near of open) silent.add(near)
    },
    loseAnswerTo: (word) => {
      lost = word
    },
    close: async () => {
      for (const near of open) near.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
