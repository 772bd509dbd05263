export type Channel = 'mail' | 'push';

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
}

/** A browser that gets my messages. */
export interface BrowserJson {
  readonly id: string;
  readonly endpoint: string;
  readonly browser: string;
  readonly at: string;
}

export const settingsKey = ['notification-settings'] as const;
