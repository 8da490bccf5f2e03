// Whether letters make a Vietnamese syllable: what is one may be a right word that the plan does not have.

const SHAPE = new RegExp(
  '^(?:gi[mn]?|(?:(?:k|gh|ngh)(?=[eiy])|(?:c|g|ng)(?![eiy])|gi|qu|ph|th|tr|ch|nh|kh|[bdhlmnprstvx])?' +
    '(?:a(?:ch?|[imoptuy]|n[gh]?)?|e(?:ch?|[moptu]|n[gh]?)?|ie(?:[cmptu]|ng?)|i(?:ch|[acmptu]|nh?)?' +
    '|oa(?:ch?|[imoptuy]|n[gh]?)?|oe(?:[mnot])?|oo(?:c|ng)|o(?:[cimpt]|ng?)?|uo(?:[cimptu]|ng?)?' +
    '|ue(?:ch|nh|[cnptu])?|u(?:[acimptuy]|a[cnty]|an[gh]|au|ng?)?|uy(?:a|e[nt]|ch|nh|[ntup])?|ye(?:[mntu]|ng)|y(?:t|nh)?))$',
)

/** For {folded, tone}: a stop at the end bears no level tone. */
export const isSyllable = ({ folded, tone }) =>
  SHAPE.test(folded) && !(/(?:[cpt]|ch)$/.test(folded) && /[\u0300\u0303\u0309]/.test(tone))
