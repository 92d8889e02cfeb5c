/** First import of every entry: zod must not try `new Function`, which the page's policy refuses and reports. */
import * as z from 'zod';

z.config({ jitless: true });
