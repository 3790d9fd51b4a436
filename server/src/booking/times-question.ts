import type { BusyQuestion } from '../store/read-busy.js'
import type { TakenTime } from './days.js'

/** What is found of the times of a visit. */
export interface FoundTimes<Answer> {
  answer: Answer
  /** The first moment at which notice alone may make the answer another; undefined where it cannot. */
  noticeAt?: Date | undefined
}

/** A question about times, looked up: what has to be known to answer it. */
export interface TimesQuestion<Answer> {
  /** The time of which it must be known what is taken; undefined where that makes no difference. */
  busy: BusyQuestion | undefined
  /** @param taken all of `busy`, and perhaps more */
  find(taken: TakenTime): FoundTimes<Answer> | Promise<FoundTimes<Answer>>
}
