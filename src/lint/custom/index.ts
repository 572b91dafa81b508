import type { House, HouseRule } from '../../model/house.ts';
import type { Rule } from '../rule.ts';
import { capitalization } from './capitalization.ts';
import { existence } from './existence.ts';
import { occurrence } from './occurrence.ts';
import { substitution } from './substitution.ts';

const made = new WeakMap<House, readonly Rule[]>();

/** The rules that a house adds, cached per house. */
export function houseRules(house: House): readonly Rule[] {
  const known = made.get(house);
  if (known) return known;
  const rules = house.rules.map((rule) => ruleOf(rule, house));
  made.set(house, rules);
  return rules;
}

function ruleOf(rule: HouseRule, house: House): Rule {
  switch (rule.kind) {
    case 'existence':
      return existence(rule);
    case 'substitution':
      return substitution(rule, house);
    case 'occurrence':
      return occurrence(rule);
    case 'capitalization':
      return capitalization(rule);
  }
}
