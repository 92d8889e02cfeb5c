/** Whose words the skills of a resume are in. */

export const skillWordChoices = {
  mine: { label: 'My words', note: 'As you wrote them in your accomplishments' },
  role: { label: 'The role’s words', note: 'As the role asks for them; yours where it does not' },
  common: { label: 'Common names', note: 'As they are called in your library' },
} as const;

export type SkillWords = keyof typeof skillWordChoices;

export const skillWords = Object.keys(skillWordChoices) as [SkillWords, ...SkillWords[]];
