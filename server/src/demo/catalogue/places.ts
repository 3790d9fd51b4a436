import type { NeedDescription } from '../../store/site-description.js'

/** Whoever lies down needs a room, whichever is free; the large one last, since it is the only one for two. */
export const ANY_ROOM: NeedDescription = { resources: ['garden-room', 'courtyard-room', 'room-for-two'] }

/** What is sterilised after each guest; nobody has to hear of it. */
export const INSTRUMENTS: NeedDescription = { resources: ['instruments'], isShown: false }
