/** How much the parts of a record may be. */

/** The longest text that readers give out of one source, all drafts of it together. */
export const maxDraftCharacters = 64_000_000;

/** What a reader may be handed at most, all files together; so no source that is stored is larger. */
export const maxSourceBytes = 100 * 1024 * 1024;
