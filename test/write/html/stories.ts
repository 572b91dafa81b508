import type { Article } from '../../../src/model/article.ts';
import { p, t } from '../fixtures.ts';

/** A story with every field and every kind of block: what the browser checks look at. */
export const english: Article = {
  headline: "Meridian Freight's Night Fleet Drives 'Without a Yard': Autonomous Trucks May Close 40 Depots by Spring",
  dek: 'The carrier says its trucks now plan their own maintenance stops, and that the buildings they used to sleep in are for sale.',
  source: [
    { name: 'Meridian Freight, quarterly filing', url: 'https://example.com/filings/meridian?q=3&y=2026' },
    { name: 'Port Authority of Calloway', date: '2026-10-28' },
  ],
  slug: 'meridian-night-fleet',
  id: 'urn:example:meridian-night-fleet',
  url: 'https://example.com/news/meridian-night-fleet',
  lang: 'en',
  byline: ['Ines Okafor', 'Tomasz Lindqvist'],
  dateline: 'Calloway',
  date: '2026-11-03T09:30:00+01:00',
  updated: '2026-11-04T18:05:00+01:00',
  expires: '2027-11-03T00:00:00Z',
  section: 'Logistics',
  topics: ['freight', 'autonomy'],
  image: {
    url: 'images/fleet.svg',
    alt: 'Eleven white trucks on an empty ring road at dusk, none with a lit cab',
    caption: 'The 2 a.m. convoy leaves Calloway for the coast.',
    credit: 'Lena Marsh / Meridian Freight',
  },
  status: 'published',
  corrections: [
    { date: '2026-11-04', text: 'An earlier version gave the number of depots as 44. The filing names 40.' },
    { text: 'Calloway is on the coast road, not the ring road.' },
  ],
  insight_by: 'mixed',
  body: [
    p(
      "Meridian Freight said on Tuesday that its night fleet no longer returns to a yard, indicating that the company's software now books fuel, tires and cleaning 'the way a driver books a motel'.",
    ),
    p(
      'Chief operating officer Ada Brandt expects that by March, ',
      { type: 'strong', tokens: [t('four in ten')] },
      ' of the depots will be sold or leased back. She stated, "The yard was where we kept ',
      { type: 'em', tokens: [t('uncertainty')] },
      ' overnight, and there is less of it now." The full ',
      {
        type: 'link',
        href: 'https://example.com/filings/meridian',
        title: 'Quarterly filing',
        tokens: [t('quarterly filing')],
      },
      ' lists each address.',
    ),
    { type: 'heading', depth: 3, tokens: [t('What the filing counts')] },
    {
      type: 'table',
      align: [null, 'right', 'right', 'center'],
      header: ['Region', 'Depots open', 'Closing by March', 'Leased back'].map((text) => ({ tokens: [t(text)] })),
      rows: [
        ['Northern ring, with the ferries', '61', '22', 'yes'],
        ['Coast', '18', '11', 'no'],
        ['Inland waterways', '29', '7', 'partly'],
      ].map((row) => row.map((text) => ({ tokens: [t(text)] }))),
    },
    {
      type: 'blockquote',
      tokens: [
        p('A building is a forecast. We stopped needing the forecast.'),
        p('Ada Brandt, to analysts on Tuesday'),
      ],
    },
    p('Three things must hold before a depot closes:'),
    {
      type: 'list',
      ordered: true,
      loose: false,
      items: [
        { tokens: [p('ninety nights without an unplanned stop;')] },
        {
          tokens: [
            p('a service partner within 30 km, which means one of'),
            {
              type: 'list',
              ordered: false,
              loose: false,
              items: [{ tokens: [p('a rail yard with power, or')] }, { tokens: [p('a port with a night crew;')] }],
            },
          ],
        },
        { tokens: [p('consent of the town.')] },
      ],
    },
    p('The rule that sends a truck to a garage is short enough to print:'),
    {
      type: 'code',
      lang: 'python',
      text: 'def needs_stop(truck):\n    # every sensor votes, and the oldest part of the truck has the casting vote of them all\n    return sum(truck.votes) * 2 > len(truck.votes) or truck.oldest.age > LIMIT',
    },
    {
      type: 'list',
      ordered: false,
      loose: false,
      items: [
        { checked: true, tokens: [p('Northern ring surveyed')] },
        { checked: false, tokens: [p('Coast surveyed')] },
      ],
    },
    { type: 'hr' },
    p(
      'Meridian did not say ',
      { type: 'codespan', text: 'when' },
      ', only ',
      { type: 'del', tokens: [t('if')] },
      ' how.',
    ),
  ],
  insight: [
    {
      part: 'background',
      prose: [
        p(
          "Meridian's filing is a public statement on the path of 'infrastructure as a habit'. Brandt, who ran the depots for nine years, has previously warned that the yards hid the cost of bad planning.",
        ),
      ],
    },
    {
      part: 'capital',
      prose: [
        p(
          'In terms of capital, Meridian is moving money out of land and into sensors, significantly reducing idle time by letting each truck book its own service, while raising the price of a wrong forecast.',
        ),
      ],
    },
    {
      part: 'essence',
      prose: [
        p(
          "Essentially, this represents a substitution of place: the 'missing yard' implies that coordination will gradually replace storage as the core of freight.",
        ),
      ],
    },
  ],
  laws: [
    [p("When machines plan their own rest, the building moves from 'shelter' to 'memory'.")],
    [p('The cheapest warehouse is not the one that is full, but the one that was never needed.')],
    [p('Efficiency has never been the removal of people, but rather the removal of waiting.')],
  ],
  sections: [
    {
      heading: 'What Happens Next',
      prose: [
        p('Calloway votes on the lease on 18 November.'),
        { type: 'heading', depth: 2, tokens: [t('The towns')] },
        p('Two more towns follow in December.'),
      ],
    },
  ],
};

export const chinese: Article = {
  headline: '青禾机器人公布“自我校准”早期成果：生产线或将自主训练下一代机械臂',
  dek: '公司称，其最新一代机械臂已能自行编写校准程序，人工调试时间缩短近七成。',
  source: [{ name: '公开信息' }, { name: '青禾机器人季报', url: 'https://example.com/zh/季报', date: '2026-10-30' }],
  lang: 'zh',
  byline: ['林知远', '周以宁'],
  dateline: '苏州',
  date: '2026-11-03T08:00:00+08:00',
  section: '制造',
  image: { url: 'images/arm.svg', alt: '车间里一排白色机械臂', caption: '夜班车间。', credit: '青禾机器人' },
  corrections: [{ date: '2026-11-04', text: '早前版本误将“七成”写作“九成”。' }],
  insight_by: 'ai',
  body: [
    p('青禾机器人本周发布最新研究报告，称其 AI 系统不仅能为产线编写代码，还出现了“自我校准”的早期迹象。'),
    p(
      '首席科学家何静预计，到 2028 年底，机械臂完全自主训练下一代的概率将超过 60%。她表示：“这是清晰的技术趋势，',
      { type: 'em', tokens: [t('速度只会更快')] },
      '。”',
    ),
    {
      type: 'list',
      ordered: false,
      loose: false,
      items: [{ tokens: [p('校准时间由 40 小时降至 12 小时；')] }, { tokens: [p('返修率降至 0.3%。')] }],
    },
    p('这一消息引发业界对制造业自我迭代速度与安全风险的广泛关注。'),
  ],
  insight: [
    {
      prose: [
        p(
          '青禾的报告是对“机器自我迭代”路径的公开表态。何静长期负责安全政策，此前多次提醒快速发展带来的治理难题，此次预测延续了她对递归式自我改进的追踪。',
        ),
      ],
    },
    {
      prose: [
        p(
          '从资本角度看，公司正把大量研发资源投向自优化闭环，让现有机型参与训练下一代机型，显著降低人力与时间成本，同时也提高了对齐与安全控制的难度。',
        ),
      ],
    },
    {
      prose: [
        p('从本质上看，这是一次技术替代：机器将逐步取代人在训练闭环中的核心角色，工具由此走向能够自主演进的系统。'),
      ],
    },
  ],
  laws: [
    [p('当机器开始训练后继者，人就从“创造者”正式变为“最初的引路人”。')],
    [p('最快的变化不是机器变得更聪明，而是机器学会了自己变聪明。')],
    [p('智能爆发的起点从来不是某个突发事件，而是今天看似微小的一次“自我训练”。')],
  ],
  sections: [],
};

/** A story in a language that is read from right to left. */
export const arabic: Article = {
  headline: 'مدينة ساحلية تبيع وقت الانتظار في مينائها: السفن تدفع مقابل الساعة لا مقابل الرصيف',
  dek: 'تقول هيئة الميناء إن السفن باتت تبطئ في عرض البحر بدلاً من الانتظار قرب الشاطئ.',
  source: [{ name: 'هيئة ميناء سكارنهافن', url: 'https://example.com/berths', date: '2026-10-30' }],
  slug: 'berths',
  lang: 'ar',
  byline: ['ليلى حداد', 'سامي منصور'],
  dateline: 'سكارنهافن',
  date: '2026-11-03T08:00:00+03:00',
  updated: '2026-11-04',
  section: 'الموانئ',
  image: {
    url: 'images/berths.svg',
    alt: 'أربع سفن عند أربعة أرصفة',
    caption: 'الميناء عند الفجر.',
    credit: 'هيئة الميناء',
  },
  corrections: [{ date: '2026-11-04', text: 'ذكرت نسخة سابقة أن عدد الأرصفة ستة، والصحيح أربعة.' }],
  insight_by: 'ai',
  body: [
    p('بدأت هيئة الميناء يوم الثلاثاء بيع الأرصفة بالساعة في مزاد علني، وتقع القواعد في أربع صفحات فقط.'),
    p('قال المدير: "كان الانتظار كلفة لا يسجلها أحد". ', {
      type: 'link',
      href: 'https://example.com/rules',
      tokens: [t('نُشرت القواعد كاملة')],
    }),
    {
      type: 'list',
      ordered: true,
      loose: false,
      items: [{ tokens: [p('رصيف للحاويات')] }, { tokens: [p('رصيف للحبوب')] }],
    },
    { type: 'blockquote', tokens: [p('ما له سعر لا يهدر بلا ثمن.')] },
    {
      type: 'table',
      align: [null, 'right'],
      header: ['الرصيف', 'السعر'].map((text) => ({ tokens: [t(text)] })),
      rows: [['الأول', '120'].map((text) => ({ tokens: [t(text)] }))],
    },
    {
      type: 'list',
      ordered: false,
      loose: false,
      items: [{ checked: true, tokens: [p('أُعلن المزاد')] }],
    },
  ],
  insight: [{ prose: [p('لم يعد الميناء ينافس على السفينة التالية، بل على السفينة التي تستطيع التخطيط.')] }],
  laws: [[p('من يبيع الوقت يشتري النظام.')], [p('السعة تتبع السفن ولا تتبع الإعلان.')]],
  sections: [],
};
