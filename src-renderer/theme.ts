/** The look of Cairn for Mantine: palette, type, sizes, and the `--cn-…` roles that every style sheet uses. */
import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  Paper,
  Popover,
  Progress,
  rem,
  SegmentedControl,
  Select,
  Switch,
  Table,
  Textarea,
  TextInput,
  type TextInputProps,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';
import { amber, colourRoles, dark, lichen, rust, slate, stone } from './colours.ts';
import { filterOptions } from './filter-options.ts';

/** Colours by meaning, so that a Mantine variant is drawn in the roles of the scheme rather than in a step. */
const meanings: Readonly<Record<string, 'accent' | 'quiet' | 'danger' | 'warning' | 'info'>> = {
  lichen: 'accent',
  green: 'accent',
  gray: 'quiet',
  stone: 'quiet',
  dark: 'quiet',
  rust: 'danger',
  red: 'danger',
  amber: 'warning',
  yellow: 'warning',
  orange: 'warning',
  slate: 'info',
  blue: 'info',
};

const edge = (color: string): string => `${rem(1)} solid ${color}`;
const clear = edge('transparent');

const variantColorResolver: VariantColorsResolver = (input) => {
  const meaning = meanings[input.color ?? 'lichen'];
  if (meaning === undefined) return defaultVariantColorsResolver(input);
  if (meaning === 'accent') {
    const text = 'var(--cn-accent-text)';
    if (input.variant === 'filled')
      return {
        background: 'var(--cn-accent)',
        hover: 'var(--cn-accent-hover)',
        color: 'var(--cn-on-accent)',
        border: clear,
      };
    if (input.variant === 'light')
      return { background: 'var(--cn-tint2)', hover: 'var(--cn-tint-line)', color: text, border: clear };
    if (input.variant === 'subtle')
      return { background: 'transparent', hover: 'var(--cn-hover)', color: text, border: clear };
    if (input.variant === 'outline')
      return { background: 'transparent', hover: 'var(--cn-hover)', color: text, border: edge('var(--cn-tint-line)') };
    return defaultVariantColorsResolver(input);
  }
  if (meaning === 'quiet') {
    if (input.variant === 'light')
      return { background: 'var(--cn-selected)', hover: 'var(--cn-line2)', color: 'var(--cn-text1)', border: clear };
    if (input.variant === 'subtle')
      return { background: 'transparent', hover: 'var(--cn-selected)', color: 'var(--cn-text)', border: clear };
    return defaultVariantColorsResolver(input);
  }
  const text = `var(--cn-${meaning}-text)`;
  if (input.variant === 'filled' && meaning === 'danger')
    return {
      background: 'var(--cn-danger)',
      hover: 'var(--cn-danger-text)',
      color: 'var(--cn-on-danger)',
      border: clear,
    };
  if (input.variant === 'light' || input.variant === 'filled')
    return { background: `var(--cn-${meaning}-tint)`, hover: `var(--cn-${meaning}-line)`, color: text, border: clear };
  if (input.variant === 'outline')
    return {
      background: 'transparent',
      hover: `var(--cn-${meaning}-tint)`,
      color: text,
      border: edge(`var(--cn-${meaning}-line)`),
    };
  if (input.variant === 'subtle')
    return { background: 'transparent', hover: `var(--cn-${meaning}-tint)`, color: text, border: clear };
  return defaultVariantColorsResolver(input);
};

const floats = { transitionProps: { transition: 'fade', duration: 120 } } as const;
/** A scroll area inside the list is a stop for Tab of its own; the list itself scrolls instead. */
const choices = { filter: filterOptions, withScrollArea: false } as const;
/** What is typed takes the place of the choice that stands there, and so narrows the choices. */
const selectText = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
  if (!currentTarget.readOnly) currentTarget.select();
};
const field: Pick<TextInputProps, 'size' | 'inputWrapperOrder'> = {
  size: 'xs',
  inputWrapperOrder: ['label', 'input', 'error', 'description'],
};
const over = { overlayProps: { blur: 0, backgroundOpacity: 1, color: 'var(--cn-scrim)' } } as const;

export const theme = createTheme({
  primaryColor: 'lichen',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  white: '#fff',
  black: '#1d1c18',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  variantColorResolver,
  colors: {
    stone,
    gray: stone,
    dark,
    lichen,
    green: lichen,
    amber,
    yellow: amber,
    orange: amber,
    rust,
    red: rust,
    slate,
    blue: slate,
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Inter Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Source Serif 4 Variable', Georgia, serif",
    fontWeight: '580',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: rem(27), lineHeight: rem(34), fontWeight: '580' },
      h2: { fontSize: rem(20), lineHeight: rem(28), fontWeight: '600' },
      h3: { fontSize: rem(14), lineHeight: rem(20), fontWeight: '600' },
      h4: { fontSize: rem(13), lineHeight: rem(20), fontWeight: '600' },
    },
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(18) },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  lineHeights: { xs: '1.33', sm: '1.54', md: '1.43', lg: '1.5', xl: '1.56' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--cn-shadow-menu)',
    lg: 'var(--cn-shadow-overlay)',
    xl: 'var(--cn-shadow-overlay)',
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    TextInput: TextInput.extend({ defaultProps: field }),
    Textarea: Textarea.extend({ defaultProps: { ...field, autosize: true } }),
    Select: Select.extend({
      defaultProps: { ...field, ...choices, allowDeselect: false, onFocus: selectText, onClick: selectText },
    }),
    NumberInput: { defaultProps: field },
    Autocomplete: { defaultProps: { ...field, ...choices } },
    TagsInput: { defaultProps: { ...field, ...choices } },
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', radius: 'sm', transitionDuration: 0 } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm', withThumbIndicator: false } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 5 } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 12, withRowBorders: true } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', shadow: 'xl', ...floats, ...over } }),
    Drawer: Drawer.extend({
      defaultProps: { radius: 0, shadow: 'xl', position: 'right', size: 360, ...floats, ...over },
    }),
    Menu: Menu.extend({
      defaultProps: { radius: 'md', shadow: 'md', withInitialFocusPlaceholder: false, ...floats },
    }),
    Popover: Popover.extend({ defaultProps: { radius: 'md', shadow: 'md', ...floats } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 500, withArrow: false, ...floats } }),
    Progress: Progress.extend({ defaultProps: { size: 6, radius: 3 } }),
    // Dialogs and drawers are made of it.
    Paper: Paper.extend({ defaultProps: { withBorder: true, shadow: 'none' } }),
    Anchor: { defaultProps: { underline: 'never' } },
  },
});

const named = (scheme: 0 | 1): Record<string, string> =>
  Object.fromEntries(Object.entries(colourRoles).map(([role, colors]) => [`--cn-${role}`, colors[scheme]]));

/** What Mantine would take from another step is taken from the roles, in both schemes. */
const taken = {
  '--mantine-color-body': 'var(--cn-surface)',
  '--mantine-color-text': 'var(--cn-text)',
  '--mantine-color-bright': 'var(--cn-text)',
  '--mantine-color-default': 'var(--cn-surface)',
  '--mantine-color-default-color': 'var(--cn-text)',
  '--mantine-color-default-border': 'var(--cn-line2)',
  '--mantine-color-default-hover': 'var(--cn-hover)',
  '--mantine-color-placeholder': 'var(--cn-text2)',
  '--mantine-color-dimmed': 'var(--cn-text2)',
  '--mantine-color-error': 'var(--cn-danger-text)',
  '--mantine-color-success': 'var(--cn-accent-text)',
  '--mantine-color-anchor': 'var(--cn-accent-text)',
  '--mantine-color-disabled': 'var(--cn-rail)',
  '--mantine-color-disabled-color': 'var(--cn-text2)',
  '--mantine-color-disabled-border': 'var(--cn-line2)',
  '--mantine-color-lichen-light': 'var(--cn-tint2)',
  '--mantine-color-lichen-light-hover': 'var(--cn-tint-line)',
  '--mantine-color-lichen-light-color': 'var(--cn-accent-text)',
  '--mantine-color-lichen-filled-hover': 'var(--cn-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--cn-on-accent)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--cn-shadow-overlay': '0 16px 48px rgb(29 28 24 / .22), 0 2px 6px rgb(29 28 24 / .1)',
    '--cn-shadow-menu': '0 8px 24px rgb(29 28 24 / .18)',
    '--cn-scrim': 'rgb(29 28 24 / .34)',
    '--cn-serif': "'Source Serif 4 Variable', Georgia, serif",
    '--cn-margin': rem(32),
  },
  light: { ...named(0), ...taken },
  dark: { ...named(1), ...taken },
});
