/** The first lines of the page: name and contact. They are the profile's, so they are changed there. */
import { Box, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ResumeDocument } from '../../../../shared/api/document.ts';
import classes from './section-row.module.css';

export function ContactRow({ contact, name }: Pick<ResumeDocument, 'contact' | 'name'>) {
  const [isOpen, setOpen] = useState(false);
  const fields = [name, ...contact.flatMap((line) => line.map((item) => item.text))].filter(Boolean);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.fixed}>
      <div className={classes.head}>
        <UnstyledButton className={classes.open} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className={classes.heading}>Contact</span>
          <Box component="span" className="cn-meta cn-figures" miw={0} ta="end">
            {fields.length === 0 ? 'none yet' : `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`}
          </Box>
          <Box component="span" flex="none" w={28} />
          <Chevron size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </div>
      {isOpen ? (
        <Box pb="sm">
          <Box component="p" className="cn-small cn-breaks cn-quiet" pt={2} pb="sm" px="xs">
            {fields.length === 0 ? 'Your profile has no name and no address yet. ' : `${fields.join(' · ')}. `}
            <Link to="/background" className="cn-link">
              Change in the profile
            </Link>
          </Box>
        </Box>
      ) : null}
    </div>
  );
}
