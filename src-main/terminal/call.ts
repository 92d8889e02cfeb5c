/** How the terminal asks: by the name of an endpoint, whoever answers. */
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';

/** Calls an endpoint by name; throws what it refuses. */
export type Call = <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
