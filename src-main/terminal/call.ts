import type { EndpointName, Input, Output } from '../../shared/api/index.ts';

/** Calls an endpoint by name; throws what it refuses. */
export type Call = <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
