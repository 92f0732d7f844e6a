/**
 * The verbs recommendations open with. A word that is missing here is still taken for an opener where a list mark, a
 * heading or a semicolon says so; the list decides only where nothing but the wording parts two items.
 */
const VERBS = `
harness petition question reassess transition abolish accede accelerate accept account achieve acknowledge acquire act activate adapt add address adhere
adjudicate adjust administer admit adopt advance advertise advise advocate afford aid align allocate allot allow
alter amend amplify analyse analyze announce appeal apply appoint apprehend approach appropriate approve arrange
arrest articulate ascertain ask assemble assess assign assist assume assure attempt audit augment authorise
authorize avoid award ban bar begin better bolster boost bring broaden build campaign cancel capacitate capture
carry catalog catalogue cease centralize certify champion change charge check circulate clarify classify close
co-operate co-ordinate codify collaborate collect combat combine commence commission commit communicate compel
compensate compile complement complete comply compose comprise conclude condemn conduct confer confirm confront
connect consider consolidate constitute construct consult continue contribute control convene convey convict
cooperate coordinate correct counter cover create criminalise criminalize criticize cross-check cross-train curb
curtail cut deal decentralize declare decrease decriminalize dedicate deepen defer define delegate delete delink
deliver demobilize demonstrate denounce deny deploy describe design designate detail detect deter determine develop
devise devote differentiate digitize direct disaggregate disband disburse discharge disclose discontinue discourage
discuss disincentivize dismantle dispatch display disseminate distinguish distribute diversify document double draft
draw earmark ease educate elaborate elevate eliminate embed emphasize employ empower enable enact encourage end
endeavor endorse endow enforce engage enhance enlarge enlist enroll ensure enter entrust equip eradicate escalate
establish evaluate examine exchange exclude execute exempt exercise exert expand expedite explain explore expose
express expunge extend extradite facilitate familiarize feature fight file fill finalise finalize finance find
finish focus follow forge formalise formalize formulate fortify forward foster freeze fulfil fulfill fund furnish
further gather generate give govern grant guarantee guide halt hand handle harden harmonise harmonize hasten have
heighten help highlight hire hold honor host house identify impart implement impose improve inaugurate incentivize
include incorporate increase inform initiate inspect install instate instil instill institute institutionalise
institutionalize instruct insulate insure integrate intensify interact intercept interview introduce inventory
invest investigate invite involve issue join keep label launch lead learn legislate lengthen lessen let level
leverage liaise license lift limit link list locate look lower maintain make manage mandate map maximize measure
meet mend merge minimize mitigate mobilise mobilize model modernize modify monitor motivate move name necessitate
negotiate nominate normalize notify object oblige observe obtain offer open operate operationalise operationalize
oppose order organise organize orient outlaw outline overcome overhaul oversee participate partner pass pay penalise
penalize perform permit persist pilot place plan pledge post preclude prepare prescribe preserve prevent print
prioritise prioritize probe proceed process procure produce professionalize prohibit promote promulgate prosecute
protect prove provide publicise publicize publish punish pursue push put qualify quicken raise ramp ratify
re-establish re-evaluate re-examine re-introduce reach reactivate reaffirm reallocate rebuild receive recharge
recognise recognize reconcile reconsider reconstitute reconvene record recover recruit rectify redirect redouble
redraft reduce reeducate reenact reestablish reevaluate reexamine refer refine reform refrain refuse register
regularise regularize regulate rehabilitate reimburse reinforce reinstate reinstitute reintegrate reintroduce
reinvigorate reject relax release relieve relocate remain remedy remind remove renew renovate reopen reorganize
repair repatriate repeal replace replicate report repudiate request require research resettle resolve resource
respect respond restart restore restrict restructure resubmit resume resurrect retain retrain return reunite revamp
reverse review revise revitalize revive revoke reward safeguard sanction save scale screen scrutinize secure seek
select send sensitise sensitize sentence separate serve set settle share shield shift show sign simplify situate
solicit solidify solve specify speed sponsor standardise standardize start station step stipulate stop store
streamline strengthen stress strike strive submit subscribe subsidize succeed supervise supplement supply support
surveil suspend sustain systematise systematize tackle tailor take target teach tell terminate test tie tighten
toughen trace track train transfer transform translate transmit transpose treat try uncover undergo understand
undertake unify unite update upgrade uphold urge use utilise utilize vaccinate validate value verify vest vet view
visit voice waive warn weigh welcome widen win withdraw withhold work write zero
`;

const IMPERATIVES = new Set(VERBS.trim().split(/\s+/));

/** Whether a word, in any case, can open a recommendation as its verb. */
export function isImperative(word: string): boolean {
  const plain = word.toLowerCase();
  return IMPERATIVES.has(plain) || (plain.startsWith('re') && IMPERATIVES.has(plain.replace(/^re-?/, '')));
}
