import type { NarrativeFacts, Wrapper } from './narrative-facts.ts';

/** What a site prints above the narrative. */
export function writeWrapper({ country: { name }, year }: NarrativeFacts, wrapper: Wrapper): string {
  switch (wrapper) {
    case 'none':
      return `${year} Trafficking in Persons Report: ${name}\n\n`;
    case 'banner':
      return `An official website of a government Here's how you know\n\nOfficial websites use .gov\n\nSecure websites use HTTPS\n\n${year} Trafficking in Persons Report: ${name}\n\n`;
    case 'citation':
      return `Last Updated: Friday, 27 May 2044, 08:49 GMT\n\nTrafficking in Persons Report ${year} - ${name}\n\nPublisher | A Department |\nPublication Date | 4 June ${year} |\nCite as | A Department, Trafficking in Persons Report ${year} - ${name}, 4 June ${year}, available at: [accessed 28 May 2044] |\nDisclaimer | This is not a publication of the site. |\n\n`;
    case 'menu':
      return `Home Reports ${year} Trafficking in Persons Report ... ${name} hide ${year} Trafficking in Persons Report: ${name} In this section / PRIORITIZED RECOMMENDATIONS PROSECUTION PROTECTION PREVENTION TRAFFICKING PROFILE\n\n`;
    case 'collector':
      return `[ Country-by-Country Reports ]\n\n${year} TIP Report, a copy\n\n`;
    case 'news':
      return `${year} Trafficking in Persons Report: ${name}\n\nRegional Affairs\n\nLETTER TO THE EDITOR\n\nHave a concern or an opinion about this story? Click below to share your thoughts.\nSend a Letter\n\nThe following report was published on July 1, ${year}. It is reproduced in full below.\n\n`;
  }
}
