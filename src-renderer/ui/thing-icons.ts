/** The pictures of things, by the names that `shared/vocabulary` gives them. */
import {
  IconBriefcase,
  IconCertificate,
  IconFileCv,
  IconFileImport,
  IconFileText,
  IconFolder,
  IconLanguage,
  IconSchool,
  IconStack2,
  IconTags,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ThingIcon } from '../../shared/vocabulary/things.ts';

export const thingIcons: Readonly<Record<ThingIcon, TablerIcon>> = {
  accomplishment: IconStack2,
  role: IconFileText,
  competency: IconTags,
  resume: IconFileCv,
  import: IconFileImport,
  briefcase: IconBriefcase,
  folder: IconFolder,
  school: IconSchool,
  certificate: IconCertificate,
  language: IconLanguage,
};
