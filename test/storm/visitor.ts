import { book, rush } from './book.ts'
import { change, isOver } from './change.ts'
import { hold } from './hold.ts'
import type { KnownBooking } from './ledger.ts'
import type { Scene } from './scene.ts'

/** More of its own makes a visitor give some up, so that there is always something free. */
const MOST_BOOKINGS = 12

/** Somebody who books, holds and changes, one thing after the other, at one house. */
export async function visit(scene: Scene, isOverYet: () => boolean): Promise<void> {
  const { chance, houses } = scene
  const house = chance.oneOf(houses)
  let own: KnownBooking[] = []
  while (!isOverYet()) {
    const changes = own.length === 0 ? 0 : own.length > MOST_BOOKINGS ? 200 : 45
    switch (chance.weighted({ book: 30, hold: 25, rush: 2, change: changes })) {
      case 'hold':
        own.push(...(await hold(scene, house)))
        break
      case 'rush':
        own.push(...(await rush(scene, house)))
        break
      case 'change':
        await change(scene, house, chance.oneOf(own))
        own = own.filter((booking) => !isOver(booking))
        break
      case 'book':
        own.push(...(await book(scene, house)))
    }
  }
}
