/** Who is asking: a person in a workspace, by a browser session or by one of the person's API keys. */
export interface Caller {
  readonly identityId: string;
  readonly workspace: string;
  /** Id of the person's row in the workspace's own `user` table. */
  readonly userId: string;
  readonly via: 'session' | 'apiKey';
  /** What an API key is limited to; absent means everything its person may do. */
  readonly scopes?: readonly string[];
  readonly apiKeyId?: string;
  readonly sessionId?: string;
  /** The administrator who acts as this person, and until when. */
  readonly impersonator?: { readonly userId: string; readonly until: number };
  /** By what the session was opened. */
  readonly signedInBy?: string;
}
