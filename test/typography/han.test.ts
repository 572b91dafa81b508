import { describe, expect, it } from 'vitest';
import { typesetText } from '../../src/typography/index.ts';
import { ABAB, ABAB_ZH } from './profiles.ts';

/** As written → as `abab-zh` prints it. */
const ROWS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  punctuation: [
    ['你好,世界.', '你好，世界。'],
    ['真的吗?真的!', '真的吗？真的！'],
    ['一;二:三', '一；二：三'],
    ['AI,夜间', 'AI，夜间'],
    ['OpenAI, 谷歌和 Meta', 'OpenAI，谷歌和 Meta'],
    ['注: OpenAI', '注：OpenAI'],
    ['真的吗?!', '真的吗？！'],
    ['我们使用 OpenAI.', '我们使用 OpenAI。'],
    ['我们使用 OpenAI. 他们也是.', '我们使用 OpenAI。他们也是。'],
    ['增长 15%.', '增长 15%。'],
    ['收入 3.5 亿美元,1,000 家', '收入 3.5 亿美元，1,000 家'],
    ['时间 12:30,比分 3:1.', '时间 12:30，比分 3:1。'],
    ['使用 Node.js, v2.0 开发', '使用 Node.js, v2.0 开发'],
    ['见 config.yaml,报告.pdf', '见 config.yaml，报告.pdf'],
    ['使用 .NET 开发', '使用 .NET 开发'],
    ['结束.OpenAI 宣布', '结束。OpenAI 宣布'],
    ['详见 https://a.example/b,c.html.', '详见 https://a.example/b,c.html。'],
    ['见 https://zh.example/wiki/基於WebKit排版', '见 https://zh.example/wiki/基於WebKit排版'],
    ['网址:https://a.example/路径,谢谢', '网址：https://a.example/路径，谢谢'],
    ['写信至 desk@a.example,谢谢', '写信至 desk@a.example，谢谢'],
    ['1. 苹果', '1. 苹果'],
    ['苹果 Apple Inc. 宣布', '苹果 Apple Inc. 宣布'],
    ['约翰 J. 史密斯', '约翰 J. 史密斯'],
    ['他说“I agree.”', '他说“I agree.”'],
    ['他说“我同意.”', '他说“我同意。”'],
    ['“你好”,他说', '“你好”，他说'],
    ['Hello, world. All Latin: yes!', 'Hello, world. All Latin: yes!'],
    ['He said 你好 to the whole room.', 'He said 你好 to the whole room.'],
    ['你好，世界。', '你好，世界。'],
    ['𠮷野家,开业', '𠮷野家，开业'],
    ['カタカナ,です.', 'カタカナ，です。'],
  ],
  brackets: [
    ['苹果(Apple)公司', '苹果（Apple）公司'],
    ['OpenAI(人工智能公司)', 'OpenAI（人工智能公司）'],
    ['苹果 (Apple) 公司', '苹果（Apple）公司'],
    ['函数 f(x) 的值', '函数 f(x) 的值'],
    ['1) 第一', '1) 第一'],
    ['GPT (a model) is here 了', 'GPT (a model) is here 了'],
    ['（混用)的', '（混用）的'],
    ['完了.(责编)', '完了。（责编）'],
  ],
  quotes: [
    ['他说"你好"', '他说“你好”'],
    [`"他说'你好'"`, '“他说‘你好’”'],
    [`OpenAI's 模型叫"猎户座"`, `OpenAI's 模型叫“猎户座”`],
    ['产品 "Orion" 发布', '产品“Orion”发布'],
    ['他说:"好的."', '他说：“好的。”'],
    ['「角括号」和『双角』', '「角括号」和『双角』'],
    ['一块 12" 屏幕', '一块 12" 屏幕'],
    ['"All Latin," he said.', '"All Latin," he said.'],
    ['只有一个"引号', '只有一个"引号'],
    ['“前引号"后', '“前引号”后'],
    [`从'数据中心'到'算力公司'.`, '从‘数据中心’到‘算力公司’。'],
  ],
  spacing: [
    ['使用AI模型', '使用 AI 模型'],
    ['2026年7月', '2026 年 7 月'],
    ['增长15%的收入', '增长 15% 的收入'],
    ['气温30℃左右,转90°角', '气温 30℃ 左右，转 90° 角'],
    ['增长 15 %', '增长 15%'],
    ['融资$1.3亿', '融资 $1.3 亿'],
    ['你好， AI', '你好，AI'],
    ['你好 ，AI 。', '你好，AI。'],
    ['《 书名 》', '《书名》'],
    ['他说 “你好” 。', '他说“你好”。'],
    ['史蒂夫·乔布斯', '史蒂夫·乔布斯'],
    ['ABAB News · 认知定律', 'ABAB News · 认知定律'],
    ['ABAB News • 认知定律', 'ABAB News · 认知定律'],
    ['输入/输出和AI/ML', '输入/输出和 AI/ML'],
    ['两 个汉字', '两 个汉字'],
    ['使用C++语言', '使用 C++ 语言'],
    ['見𠮷野家AI', '見𠮷野家 AI'],
    ['详见https://a.example。', '详见 https://a.example。'],
    ['见http://例子.中国/路,径 谢谢', '见 http://例子.中国/路,径 谢谢'],
    ['见http://例子.中国。谢谢', '见 http://例子.中国。谢谢'],
    ['以https://开头的网址,都可以', '以 https://开头的网址，都可以'],
    ['他说:"GPT-4模型在2024年增长了3.5%."(见报告)', '他说：“GPT-4 模型在 2024 年增长了 3.5%。”（见报告）'],
    ['这叫"U.S."标准', '这叫“U.S.”标准'],
    ['作者Jean•Luc与A・B', '作者 Jean•Luc 与 A・B'],
    ['喜欢😀表情', '喜欢😀表情'],
    ['Plain Latin  stays', 'Plain Latin stays'],
  ],
  'dashes and ellipses': [
    ['他走了...', '他走了……'],
    ['他走了。。。', '他走了……'],
    ['他走了…然后', '他走了……然后'],
    ['他走了……然后', '他走了……然后'],
    ['他走了 ... 然后', '他走了……然后'],
    ['夜间--模型', '夜间——模型'],
    ['夜间 -- 模型', '夜间——模型'],
    ['夜间--AI', '夜间——AI'],
    ['使用 --flag 参数', '使用 --flag 参数'],
    ['中国—东盟博览会', '中国—东盟博览会'],
    ['2019-2024 年', '2019-2024 年'],
  ],
};

describe('full-width Han', () => {
  for (const [construct, rows] of Object.entries(ROWS)) {
    describe(construct, () => {
      it.each(rows)('%s → %s', (written, printed) => {
        expect(typesetText(written, ABAB_ZH)).toBe(printed);
      });
    });
  }
  it('is not the English house’s business', () => {
    for (const [written, printed] of [
      ['use 使用AI,模型', 'use 使用AI,模型'],
      ['他说"你好"', '他说"你好"'],
    ] as const) {
      expect(typesetText(written, ABAB)).toBe(printed);
    }
  });
  it('never makes a middle dot a katakana dot', () => {
    expect(typesetText('列奥纳多·达·芬奇', ABAB_ZH)).toBe('列奥纳多·达·芬奇');
  });
});
