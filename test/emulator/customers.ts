import type { Lang } from '../../src/texts.ts';

/** Customers of the house by the language one speaks with them, all invented. */
export const CUSTOMERS: Record<Lang, readonly string[]> = {
  nl: [
    'Bakkerij Zuid',
    'Café De Linde',
    'Brasserie Noord',
    'Bakkerij Smeets',
    'Hotel Oosterpark',
    'De Gouden Korst',
    'Lunchroom Puur',
    'IJssalon Venezië',
    'Bakkerij van Houten',
    'Eetcafé ’t Sluisje',
    'Zorgcentrum Beukenhof',
    'Kantine Maasstede',
    'Patisserie Céline',
    'Dorpswinkel Ransdorp',
    'Pannenkoekenhuis De Molen',
    'Broodhuis Westerkade',
    'Restaurant Zilt',
    'Bakkerij Ten Cate',
    'Koffie & Kruim',
    'Slagerij Verbeek',
    'Strandpaviljoen Zeezicht',
    'Theehuis Rozenhof',
    'Cateringbedrijf Feestelijk',
    'Molenaar Graan',
    'Biowinkel De Akker',
    'Basisschool De Wilg',
    'Ziekenhuis Sint-Anna',
    'Buurtsuper Oost',
    'Chocolaterie Noir',
    'Bakkerij Het Anker',
  ],
  en: [
    'Harbor Street Bakery',
    'Maple & Rye',
    'Green Fork Diner',
    'The Corner Loaf',
    'Hudson Pantry',
    'Monsoon Kitchen',
    'Spice Route Foods',
    'Chai & Crumb',
    'Riverside Hotel',
    'Old Mill Farm Shop',
  ],
};

/** Kinds of customers, for whom one can't or needn't name. */
export const KINDS_OF_CUSTOMERS: Record<Lang, readonly string[]> = {
  nl: ['Starter, eerste winkel', 'Seizoensbedrijf', 'Overgestapt van een ander'],
  en: ['First shop, just started', 'Family, ordering online'],
};

/** What customers said, in their own words; all invented. */
export const LEARNED: Record<Lang, readonly string[]> = {
  nl: [
    'Wij bestellen op donderdag, want dan is de koelcel leeg.',
    'Jullie belden gewoon, omdat het stil was. Dat doet verder niemand.',
    'Ik heb drie keer hetzelfde verhaal verteld, aan drie aardige mensen.',
    'De chauffeur weet waar de sleutel hangt, dat is goud waard.',
    'Als het bestelscherm vastloopt, bellen we liever de concurrent.',
    'We willen minder plastic, maar niet als het brood er droog van wordt.',
    'Om zes uur leveren is voor ons te vroeg, er is dan niemand.',
    'De factuur klopt, alleen snapt mijn boekhouder de regels niet.',
    'Zonder jullie roggemeel hadden we de actie niet kunnen doen.',
    'We stoppen met taart op maandag. Dat had ik jullie eerder moeten zeggen.',
    'Eerlijk gezegd vergelijk ik elk kwartaal de prijzen.',
    'Het nieuwe venster past precies in onze ochtend.',
    'Niets nieuws, alles loopt.',
    'Mijn dochter neemt het over in het voorjaar; bel haar eens.',
    'Ik bel liever dan dat ik mail, dan is het meteen geregeld.',
    'Jullie app toont de voorraad van gisteren, niet van nu.',
    'We zouden graag twee dagen vooruit kunnen bestellen.',
    'Toen de levering uitviel, belde er iemand vóór wij het merkten.',
  ],
  en: [
    'We need the pallets wrapped lower, our door is only two metres.',
    'Your driver waited ten minutes for us. We told everybody.',
    'Saturday orders decide our week; an early cut-off hurts.',
    'We would pay a little more for a fixed hour.',
    'The samples sold us, not the brochure.',
    'Nothing new, they are happy with the change of day.',
    'Our Sunday market starts at seven, so we bake through the night.',
    'I called three numbers before anybody knew my order.',
    'We tried another flour in March. We came back for the people.',
    'The invoice is right, but it takes me an hour to see that.',
    'If you can tell me by noon that it will be late, I can plan around it.',
    'We would like less plastic, as long as the bread stays fresh.',
    'My brother takes over in spring. Give him a call.',
    'We never read your newsletter. We do read what the driver tells us.',
  ],
};

/** What somebody who has never seen Mantra could type. */
export const TRY_TYPING: Record<Lang, string> = {
  nl: '/klant gesprek Ze bestellen op donderdag, voor het weekend',
  en: '/customer log They order on Thursdays, for the weekend',
};
