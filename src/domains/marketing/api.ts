import { invitationInput, invite } from './customers/invitation.ts';

/** What other domains may use of this one. */
export const invitation = { input: invitationInput, of: invite };
