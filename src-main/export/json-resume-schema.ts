/** What JSON Resume 1.0.0 allows, of what Cairn writes: https://jsonresume.org/schema. Further keys are allowed everywhere. */
import * as z from 'zod';
import { mailPattern, uriPattern } from './addresses.ts';

const text = z.string().optional();
const uri = z.string().regex(uriPattern).optional();
const day = z
  .string()
  .regex(/^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$/)
  .optional();
const texts = z.array(z.string()).optional();
const list = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.looseObject(shape)).optional();
const period = { startDate: day, endDate: day };

export const JsonResume = z.looseObject({
  $schema: uri,
  basics: z
    .looseObject({
      name: text,
      label: text,
      email: z.string().regex(mailPattern).optional(),
      phone: text,
      url: uri,
      summary: text,
      location: z.looseObject({ address: text }).optional(),
      profiles: list({ network: text, username: text, url: uri }),
    })
    .optional(),
  work: list({
    ...period,
    name: text,
    location: text,
    description: text,
    position: text,
    url: uri,
    summary: text,
    highlights: texts,
  }),
  education: list({ ...period, institution: text, url: uri, area: text, studyType: text, score: text, courses: texts }),
  certificates: list({ name: text, date: day, url: uri, issuer: text }),
  skills: list({ name: text, level: text, keywords: texts }),
  languages: list({ language: text, fluency: text }),
  projects: list({
    ...period,
    name: text,
    description: text,
    highlights: texts,
    keywords: texts,
    url: uri,
    roles: texts,
    entity: text,
    type: text,
  }),
  meta: z.looseObject({ canonical: uri, version: text, lastModified: text }).optional(),
});
