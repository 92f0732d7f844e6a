/** The minimum standards of 22 U.S.C. 7106(a), and the twelve indicia of serious and sustained efforts of 7106(b). */
export const minimumStandards = {
  '1': 'Prohibit and punish severe forms of trafficking',
  '2': 'Penalties as for grave crimes',
  '3': 'Penalties that deter and reflect the offense',
  '4(1)': 'Investigate, prosecute, convict and sentence',
  '4(2)': 'Protect victims and do not penalize them',
  '4(3)': 'Prevent trafficking',
  '4(4)': 'Cooperate with other governments',
  '4(5)': 'Extradite',
  '4(6)': 'Monitor migration patterns and respond',
  '4(7)': 'Act on the complicity of officials',
  '4(8)': 'Insignificant share of non-citizen victims',
  '4(9)': 'Partnerships with concrete and measurable outcomes',
  '4(10)': 'Monitor itself and assess publicly',
  '4(11)': 'Appreciable progress over the previous year',
  '4(12)': 'Reduce demand for commercial sex and sex tourism',
} as const;
export type MinimumStandard = keyof typeof minimumStandards;
