/** The mark: three stones on a dark tile. */

interface MarkProps {
  readonly size: number;
}

export function CairnMark({ size }: MarkProps) {
  return (
    <svg viewBox="0 0 512 512" width={size} height={size} aria-hidden focusable="false">
      <rect width="512" height="512" rx="112" fill="var(--mantine-color-dark-6)" />
      <path
        fill="var(--mantine-color-lichen-1)"
        d="M246 64h48c34 0 58 22 58 52 0 27-22 44-54 44h-58c-30 0-48-15-48-40 0-31 22-56 54-56z"
      />
      <path
        fill="var(--mantine-color-lichen-3)"
        d="M176 192h136c44 0 72 20 72 52 0 28-24 44-62 44H150c-34 0-54-16-54-42 0-33 32-54 80-54z"
      />
      <path
        fill="var(--mantine-color-lichen-4)"
        d="M158 320h204c54 0 86 26 86 68 0 38-30 60-80 60H138c-46 0-74-22-74-58 0-44 38-70 94-70z"
      />
    </svg>
  );
}
