/** One section of the resume: its heading with what is in it, whether it prints, and, opened, its lines. */
import { ActionIcon, Box, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEye, IconEyeOff } from '@tabler/icons-react';
import type { DraftRow } from '../../../../shared/api/accomplishment.ts';
import type { BuilderSection } from '../../../../shared/api/resume.ts';
import type { Confidentiality } from '../../../../shared/api/values.ts';
import { BuilderGroups, type GroupActs } from './builder-group.tsx';
import type { ChosenLine } from './chosen-line.ts';
import classes from './section-row.module.css';

interface SectionRowProps {
  readonly section: BuilderSection;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onHide: (isHidden: boolean) => void;
  readonly drafts: readonly DraftRow[];
  readonly acts: GroupActs;
  readonly chosen: ChosenLine | null;
  readonly clearance: Confidentiality;
}

export function SectionRow({ section, isOpen, onToggle, onHide, drafts, acts, chosen, clearance }: SectionRowProps) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.section} data-hidden={section.isHidden || undefined}>
      <div className={classes.head}>
        <UnstyledButton className={classes.open} aria-expanded={isOpen} onClick={onToggle}>
          <h2 className={classes.heading}>{section.heading}</h2>
          <Box component="span" className="cn-meta cn-figures" miw={0} ta="end">
            {section.count}
          </Box>
          <Box component="span" flex="none" w={28} />
          <Chevron size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
        <ActionIcon
          className={classes.eye}
          aria-label={`${section.isHidden ? 'Show' : 'Hide'} the section ${section.heading}`}
          title={section.isHidden ? 'Show this section' : 'Hide this section'}
          onClick={() => onHide(!section.isHidden)}
        >
          {section.isHidden ? <IconEyeOff size={16} stroke={1.6} /> : <IconEye size={16} stroke={1.6} />}
        </ActionIcon>
      </div>
      {isOpen ? (
        <Box pb="sm">
          {section.isHidden ? (
            <Box component="p" className="cn-small cn-breaks cn-quiet" pt={2} pb="sm" px="xs">
              Hidden: nothing of this section prints.
            </Box>
          ) : null}
          <BuilderGroups section={section} drafts={drafts} acts={acts} chosen={chosen} clearance={clearance} />
        </Box>
      ) : null}
    </div>
  );
}
