/** How somebody signs in at a server that keeps his calendars. */
export interface CalendarLogin {
  /** Where to look for calendars: a host, an address, or the mail address of somebody there. */
  readonly address: string;
  readonly userName: string;
  readonly password: string;
}

export interface FoundCalendar {
  readonly address: string;
  readonly name: string;
}

/** What has changed at the server; `since` is what to ask with the next time. */
export interface DistantChanges {
  readonly since: string | undefined;
  readonly changed: readonly { readonly address: string; readonly tag: string }[];
  readonly gone: readonly string[];
}

export interface DistantEntry {
  readonly address: string;
  /** Another one after each change. */
  readonly tag: string;
  /** As iCalendar (RFC 5545). */
  readonly text: string;
}

/** One calendar at a server of somebody else. */
export interface DistantCalendar {
  /** What has changed since the last time, given the tags that are known by their addresses. */
  changes(since: string | undefined, known: ReadonlyMap<string, string>): Promise<DistantChanges>;
  read(addresses: readonly string[]): Promise<readonly DistantEntry[]>;
  /** Writes what is there with this tag, or what is not there yet; gives the new tag, or nothing when somebody else was faster. */
  write(address: string, text: string, tag: string | undefined): Promise<string | undefined>;
  /** False when it has been changed meanwhile. */
  remove(address: string, tag: string): Promise<boolean>;
}

/** Speaks with servers that keep calendars. */
export interface DistantCalendars {
  find(login: CalendarLogin): Promise<readonly FoundCalendar[]>;
  open(login: CalendarLogin, calendar: string): DistantCalendar;
}

/** Why a server of calendars could not be made use of; `reason` names a text in the locale files. */
export class DistantFailure extends Error {
  readonly reason: 'calendarSignIn' | 'calendarRefused' | 'calendarAway' | 'notPublic' | 'noCalendars';
  /** What the server said, or why it could not be asked. */
  readonly said: string;

  constructor(reason: DistantFailure['reason'], said: string) {
    super(`${reason}: ${said}`);
    this.reason = reason;
    this.said = said;
  }
}
