/** How a screen is laid out: a list with the details beside it, the head of a thing, and its sections. */
import { Box, Button, Group } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useId } from 'react';
import classes from './pane.module.css';

interface PanesProps {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** Below 720 px only one of the two is there: the detail when this is true. */
  readonly showDetail: boolean;
  /** Back from the detail to the list, where there is room for one only. */
  readonly onBack: () => void;
  /** Width of the list in a window of 1120 px and more: 360 to 404. */
  readonly listWidth?: number;
  /** What the list is, for readers. */
  readonly listLabel?: string;
}

export function Panes({ list, detail, showDetail, onBack, listWidth = 372, listLabel = 'List' }: PanesProps) {
  return (
    <div
      className={classes.panes}
      data-detail={showDetail || undefined}
      style={{ '--list-width': `${listWidth / 16}rem` } as CSSProperties}
    >
      <section className={classes.list} aria-label={listLabel}>
        {list}
      </section>
      <section className={classes.detail} aria-label="Details">
        <div className={classes.back}>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconChevronLeft size={16} stroke={1.6} aria-hidden />}
            onClick={onBack}
          >
            Back to the list
          </Button>
        </div>
        {detail}
      </section>
    </div>
  );
}

/** A page that scrolls on its own, with the margin of the house: for screens without a list, and inside a detail. */
export function Page({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      {children}
    </div>
  );
}

/** A pane with one thing in it, in place of a screen. */
export function WholePane({ children }: { readonly children: ReactNode }) {
  return (
    <Box className="cn-screen" py="lg" px="var(--cn-margin)">
      {children}
    </Box>
  );
}

interface PageHeadProps {
  /** What kind of thing it is, such as `Accomplishment`. */
  readonly kind?: ReactNode;
  readonly badges?: ReactNode;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** The larger title of a role or of the first run. */
  readonly display?: boolean;
}

export function PageHead({ kind, badges, title, subtitle, actions, display = false }: PageHeadProps) {
  const hasLine = kind !== undefined || badges !== undefined;
  const acts =
    actions === undefined ? null : (
      <Group gap="sm" ms="auto">
        {actions}
      </Group>
    );
  return (
    <Box component="header" pb="md">
      {hasLine ? (
        <Group gap="0.25rem 0.5rem" mih={32}>
          {kind === undefined ? null : <span className="cn-small cn-quiet">{kind}</span>}
          {badges}
          {acts}
        </Group>
      ) : null}
      <Group gap="0.25rem 0.5rem" mih={32}>
        <h1 className={classes.title} data-display={display || undefined}>
          {title}
        </h1>
        {hasLine ? null : acts}
      </Group>
      {subtitle === undefined ? null : (
        <Box className="cn-small cn-quiet" mt={2}>
          {subtitle}
        </Box>
      )}
    </Box>
  );
}

interface HangingSectionProps {
  /** Its name, which hangs at the left. */
  readonly label: string;
  readonly children: ReactNode;
  /** What one can do with the section, at its right. */
  readonly action?: ReactNode;
}

export function HangingSection({ label, children, action }: HangingSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.label} id={id}>
        {label}
      </h2>
      <div className={classes.content}>{children}</div>
      {action === undefined ? null : <div className={classes.sectionAct}>{action}</div>}
    </section>
  );
}
