/** Job advertisements in German and French: their headings say the same in other words. */
import { describe, expect, it } from 'vitest';
import { messagesOf, roleDraft } from '../read-text.ts';

const germanAdvert = `Stellenanzeige: Lotse (m/w/d)

Hafenamt Nord – Emden

Ihre Aufgaben
• Schiffe durch das Fahrwasser führen
• Wetterlage bewerten

Ihr Profil
• Nautisches Patent
• Sicherer Umgang mit Radar

Anforderungen:
• Belastbarkeit

Wünschenswert
• Funkerfahrung

Wir bieten
• Schichtzulage
`;

const frenchAdvert = `Pilote de port (H/F)

Capitainerie du Nord – CDI

Vos missions :
- Guider les navires
- Évaluer la météo

Profil recherché :
- Brevet de navigation

Serait un plus :
- Radio

Avantages
- Logement
`;

describe('an advertisement', () => {
  it('is read in German', () => {
    const { format, role, ...draft } = roleDraft(germanAdvert);
    expect([format, role.title]).toEqual(['job-advert', 'Lotse']);
    expect(role.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Schiffe durch das Fahrwasser führen',
      'Wetterlage bewerten',
    ]);
    expect(JSON.stringify([role.requirements, role.items])).toContain('Nautisches Patent');
    expect(role.requirements.find((requirement) => requirement.words === 'Belastbarkeit')).toMatchObject({
      isMandatory: true,
    });
    expect(role.requirements.find((requirement) => requirement.words === 'Funkerfahrung')).toMatchObject({
      importance: 'optional',
    });
    expect(JSON.stringify(role.requirements)).not.toContain('Schichtzulage');
    expect(messagesOf({ format, role, ...draft }, 'LEFT_OUT').join()).toContain('(m/w/d)');
  });

  it('is read in French', () => {
    const { format, role } = roleDraft(frenchAdvert);
    expect([format, role.title]).toEqual(['job-advert', 'Pilote de port']);
    expect(role.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Guider les navires',
      'Évaluer la météo',
    ]);
    expect(role.requirements.find((requirement) => requirement.words === 'Radio')).toMatchObject({
      importance: 'optional',
    });
    expect(JSON.stringify(role.requirements)).not.toContain('Logement');
  });
});
