/** What makes and reads the cookies of sessions. */
export interface SessionKeeper {
  /** Signs what browsers keep. */
  readonly secret: string;
  readonly baseUrl: string;
}
