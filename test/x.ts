import { proofCairn, proofFolder, copyOf } from './prove/trust/cairn.ts';
import { fillRecord } from './prove/trust/record.ts';
import { examplesOf } from './prove/trust/examples.ts';
let t=performance.now(); const lap=(s:string)=>{console.log(s,Math.round(performance.now()-t));t=performance.now();};
const c=await proofCairn(proofFolder());
await c.call('startFresh',{name:'x'}); lap('start');
const f=await fillRecord(c.call,(p)=>`word ${p}`); lap('fill'); console.log(f);
const e=await examplesOf(c.call,f); lap('examples'); console.log(e.size);
await c.close(); lap('close');
const k=copyOf(c.folder); lap('copy'); const d=await proofCairn(k.folder); lap('open');
for (const [n,i] of e) { if(['startFresh','exploreSample','leaveSample','restoreBackup','openAgain'].includes(n)) continue; const r=await d.dispatch(n,i); if(!r.ok) console.log(n,r.error.code,r.error.message.slice(0,80)); }
lap('all'); const r=await d.dispatch('restoreBackup',{fileName:f.backup}); console.log(r.ok); lap('restore'); await d.close(); lap('close'); k.remove(); lap('rm');
