export type Channel = 'mail' | 'push' | 'digest';

export interface NotificationSettingsJson {
  readonly mail: { readonly available: boolean };
  readonly push: {
    readonly publicKey: string | null;
    readonly browsers: readonly BrowserJson[];
  };
  readonly kinds: readonly {
    readonly kind: string;
    readonly label: string;
    readonly channels: readonly Channel[];
  }[];
  readonly digest: DigestTimeJson;
}

/** When I get one mail for all that is unread; Monday is 1. */
export interface DigestTimeJson {
  readonly time: string;
  readonly weekdays: readonly number[];
}

/** A browser that gets my messages. */
export interface BrowserJson {
  readonly id: string;
  readonly endpoint: string;
  readonly browser: string;
  readonly at: string;
}

export const settingsKey = ['notification-settings'] as const;
