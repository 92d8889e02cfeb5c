/** The ends of paths: an arrow up, a diamond sideways, a ring in. They take the colour of their line. */

export function PathMarkers({ prefix }: { readonly prefix: string }) {
  const box = { viewBox: '0 0 10 10', markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' } as const;
  return (
    <defs>
      <marker id={`${prefix}-next`} {...box} refX={9} refY={5} markerWidth={9} markerHeight={9}>
        <path d="M1 1 L9 5 L1 9 Z" fill="context-stroke" />
      </marker>
      <marker id={`${prefix}-lateral`} {...box} refX={9} refY={5} markerWidth={10} markerHeight={10}>
        <path d="M1 5 L5 1.5 L9 5 L5 8.5 Z" fill="var(--cn-surface)" stroke="context-stroke" strokeWidth={1.3} />
      </marker>
      <marker id={`${prefix}-feeder`} {...box} refX={9} refY={5} markerWidth={9} markerHeight={9}>
        <circle cx={5} cy={5} r={3.3} fill="var(--cn-surface)" stroke="context-stroke" strokeWidth={1.4} />
      </marker>
    </defs>
  );
}
