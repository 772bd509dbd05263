/** How something comes back: by a rule, on the clocks of a time zone, but for some times. */
export interface Recurrence {
  /** As RFC 5545 has it: `FREQ=WEEKLY;BYDAY=TU`. */
  readonly rule: string;
  /** IANA name. */
  readonly zone: string;
  /** Instants at which it would come and does not. */
  readonly except?: readonly string[];
}
