/** A screen with a panel at its right, which Escape closes from anywhere on the screen, and the parts of such a panel. */
import { ActionIcon, Flex, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import classes from './side-panel.module.css';

interface PanelScreenProps {
  /** What the panel is, for readers. */
  readonly label: string;
  /** Null while nothing is open. */
  readonly panel: ReactNode;
  readonly panelRef?: Ref<HTMLElement>;
  readonly onClose: () => void;
  /** May set `--panel-width`. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function PanelScreen({ label, panel, panelRef, onClose, className, children }: PanelScreenProps) {
  const isOpen = panel !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from anywhere on the screen
    <div
      className={`${classes.screen} ${className ?? ''}`}
      data-open={isOpen || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
      {isOpen && (
        <aside ref={panelRef} className={classes.panel} aria-label={label}>
          {panel}
        </aside>
      )}
    </div>
  );
}

interface PanelHeadProps {
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Of one line, with buttons in it. */
  readonly isBar?: boolean;
}

export function PanelHead({ children, onClose, isBar = false }: PanelHeadProps) {
  return (
    <header className={classes.head} data-bar={isBar || undefined}>
      {isBar ? children : <div className="cn-fill">{children}</div>}
      <Tooltip label="Close, Esc">
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

interface PanelTitleProps {
  /** Grows each time a key opened the panel: then its title takes the focus. */
  readonly focusCount?: number;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

export function PanelTitle({ focusCount = 0, isSmall = false, children }: PanelTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusCount > 0) heading.current?.focus();
  }, [focusCount]);
  return (
    <h2 ref={heading} className={classes.title} data-small={isSmall || undefined} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** What scrolls. */
export function PanelBody({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling pane is focusable so that keys can scroll it
    <section className={classes.body} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** The name of a part of the body. */
export function PanelHeading({ children }: { readonly children: ReactNode }) {
  return <h3 className={classes.heading}>{children}</h3>;
}

/** What stays beneath the body. */
export function PanelFoot({ children }: { readonly children: ReactNode }) {
  return (
    <Flex component="footer" className="cn-rule-above" wrap="wrap" gap="sm" flex="none" py={12} px={20}>
      {children}
    </Flex>
  );
}
