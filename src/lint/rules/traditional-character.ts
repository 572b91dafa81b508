import { maskCodeLike } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/**
 * The most frequent traditional characters that simplified text never uses, each before its simplified form. Characters
 * that names and set phrases keep, such as 鍾 and 乾, are not among them.
 */
const PAIRS =
  '個个務务這这為为爲为裡里於于們们發发來来應应現现對对實实網网過过時时將将數数會会進进並并開开後后請请關关構构據据問问間间動动點点戶户運运內内羣群種种從从標标與与統统組组設设該该調调單单還还題题雲云資资' +
  '則则處处絡络計计試试經经創创機机當当義义業业規规樣样碼码負负產产態态麼么說说測测載载結结裏里節节級级沒没術术證证圖图項项決决體体兩两層层變变啓启認认選选訪访無无轉转類类給给監监簡简環环區区參参臺台連连' +
  '復复擴扩場场斷断編编況况別别夠够議议許许協协讓让員员驗验確确準准採采傳传狀状礎础紹绍裝装獲获續续維维執执擇择適适響响優优幾几細细語语寫写冊册隊队較较庫库帶带檢检觀观線线強强團团屬属僅仅權权終终蹤踪見见' +
  '論论總总換换雜杂導导責责輯辑長长錯错獨独稱称際际護护擬拟鏡镜邏逻詳详須须聽听邊边蟻蚁聯联虛虚螞蚂讀读備备書书踐践鏈链範范慮虑視视隨随軟软學学檔档顯显儲储錄录離离條条記记輸输講讲話话領领幫帮費费報报縮缩' +
  '鍵键緩缓賴赖預预達达勢势師师繼继圍围頭头識识驅驱專专異异塊块遊游閱阅階阶滿满討讨輕轻誤误譯译價价遠远難难廣广減减號号遷迁遲迟雖虽劃划戰战盡尽詢询穩稳釋释嘗尝敗败額额東东擁拥門门頁页淨净針针遙遥籤签國国' +
  '興兴絲丝薦荐習习聲声靈灵織织質质覽览訊讯徑径濾滤綁绑刪删歷历熱热嚴严極极獻献遞递歡欢緣缘觸触貢贡佔占棧栈剛刚順顺驟骤電电風风尋寻補补約约談谈車车銷销張张爭争雙双腳脚舉举擔担絕绝擊击攔拦漸渐彈弹臨临辦办' +
  '撲扑覺觉鎖锁頻频棄弃訂订訴诉倉仓暫暂衆众壓压靜静儀仪嗎吗瀏浏職职評评趨趋紅红豐丰輪轮險险謂谓幹干華华蓋盖餘余龍龙謝谢鑑鉴飛飞廠厂競竞萬万閉闭劍剑積积緊紧廚厨詞词顧顾陸陆滾滚掛挂筆笔納纳匯汇諸诸損损繞绕' +
  '願愿畢毕馬马盤盘舊旧丟丢歸归賬账遺遗閾阈鑰钥羅罗衝冲卻却孫孙藍蓝闡阐饋馈營营綠绿緒绪壞坏災灾綴缀練练騰腾撐撑購购屆届牆墙訓训誰谁買买溝沟側侧潛潜陳陈疊叠縫缝隱隐寬宽揮挥煩烦躍跃檻槛釘钉驚惊奮奋峯峰殺杀' +
  '橋桥銀银錢钱賣卖貴贵軍军島岛農农漁渔鄉乡鎮镇縣县廳厅樓楼艦舰鐵铁鋼钢銅铜煙烟燒烧爐炉礦矿鹽盐糧粮麥麦雞鸡鴨鸭魚鱼鳥鸟獸兽蟲虫樹树葉叶園园圓圆壇坛墳坟墜坠壯壮聖圣聰聪腦脑臟脏膽胆膚肤腫肿臉脸藥药醫医療疗瘋疯癢痒養养館馆飯饭' +
  '飲饮餓饿饒饶飾饰馳驰駐驻駕驾騎骑騙骗鬥斗鬧闹鮮鲜鯨鲸鷹鹰齊齐齒齿齡龄龜龟莊庄莖茎虧亏襲袭襪袜親亲診诊詐诈詩诗誠诚誇夸誕诞誘诱誼谊諒谅諾诺謀谋謊谎謠谣謙谦譜谱譽誉讚赞豎竖豬猪貓猫貝贝財财貧贫貨货販贩貪贪貫贯貿贸賀贺賄贿賓宾' +
  '賞赏賠赔賢贤賤贱賭赌贈赠贊赞贏赢跡迹軌轨輔辅輛辆輝辉輩辈輻辐轄辖轟轰辭辞違违遼辽鄰邻醬酱釀酿鈔钞鉛铅銘铭鋒锋鋪铺錦锦鍋锅鍛锻鏟铲鑄铸鑒鉴鑽钻閃闪閣阁閥阀闖闯闢辟陣阵陰阴隕陨霧雾頂顶頌颂頓顿頒颁頗颇頸颈顆颗顏颜顛颠顫颤飄飘' +
  '駁驳駛驶駝驼騷骚驕骄鳳凤鴻鸿麗丽黃黄黨党齋斋傷伤債债儉俭勝胜勞劳勵励厭厌嘆叹噴喷嚇吓囑嘱堅坚塗涂塵尘墾垦壘垒夢梦奪夺妝妆婦妇媽妈嬰婴孿孪寧宁寶宝屍尸屢屡崗岗嶺岭巒峦幣币帳帐廟庙廢废彙汇恥耻悅悦悶闷惡恶惱恼愛爱慘惨慚惭慣惯' +
  '慶庆憂忧憐怜憤愤懲惩懷怀懸悬戲戏拋抛捨舍掃扫掙挣揀拣搖摇搶抢撓挠撥拨撫抚擋挡擠挤擾扰攜携斂敛斃毙晉晋暈晕暉晖曆历曉晓柵栅棟栋楊杨榮荣槍枪樂乐樁桩欄栏歐欧殘残毆殴毀毁氣气汙污沖冲洩泄淚泪淵渊淺浅溫温滅灭滯滞滲渗澆浇澤泽' +
  '濁浊濃浓濕湿瀕濒灑洒灘滩灣湾燈灯燦灿爛烂犧牺狹狭獎奖獵猎瑪玛瓊琼甕瓮畝亩疇畴盜盗眾众睜睁瞞瞒碩硕磚砖禍祸禦御禪禅稅税穀谷窮穷竅窍竊窃築筑籃篮籌筹籠笼糾纠紀纪紋纹紐纽純纯紗纱紙纸紛纷紳绅綜综綱纲締缔緯纬縱纵績绩繪绘繳缴纏缠' +
  '罰罚罷罢羨羡肅肃脅胁脫脱艙舱艱艰芻刍茲兹荊荆蒼苍蕭萧薑姜薔蔷藝艺';

/** The simplified character of each, and the patterns for both. */
interface Characters {
  readonly simplified: ReadonlyMap<string, string>;
  readonly traditional: RegExp;
  readonly others: RegExp;
}

let known: Characters | undefined;

/** Built on first use, because most notes are not Chinese. */
function characters(): Characters {
  if (known) return known;
  const simplified = new Map(Array.from(PAIRS.matchAll(/../gu), ([[one = '', other = ''] = '']) => [one, other]));
  const any = (all: Iterable<string>) => new RegExp(`[${[...new Set(all)].join('')}]`, 'g');
  known = { simplified, traditional: any(simplified.keys()), others: any(simplified.values()) };
  return known;
}

/** A simplified text has at least this many simplified characters for each traditional one. */
const SHARE = 15;
/** Several traditional characters close to each other are a name or a quotation. */
const REACH = 4;

export const traditionalCharacter: Rule = {
  id: 'traditional-character',
  group: 'Chinese',
  what: 'A single traditional character in simplified Chinese.',
  why: 'An input method or a copied line can leave one character such as 開 among simplified ones. Names, titles in 《》, quotations and notes in traditional Chinese are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: '实验室在夜里開放，机器人整夜工作。', house: 'abab-zh' },
  good: { body: '实验室在夜里开放，机器人整夜工作。', house: 'abab-zh' },
  *check(context) {
    if (context.language === 'zh' && context.prose.search(characters().traditional) !== -1 && isSimplified(context))
      yield* outsideQuotations(context, ({ text }) => traditional(text));
  },
};

const isSimplified = memoize(({ prose }: RuleContext): boolean => {
  const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0;
  return count(characters().others) >= SHARE * count(characters().traditional);
});

function* traditional(text: string): Generator<TextMatch> {
  const { simplified, traditional: any } = characters();
  const masked = maskCodeLike(text).replace(/《[^《》]*》/g, (title) => '　'.repeat(title.length));
  for (const { span, found } of matches(masked, any)) {
    const near = text.slice(Math.max(0, span.start - REACH), span.end + REACH);
    if ((near.match(any)?.length ?? 0) > 1) continue;
    const right = simplified.get(found[0]) ?? '';
    const message = `traditional character '${found[0]}'`;
    yield { message, advice: `Write '${right}'.`, span, edits: [{ span, text: right }], isSafe: false };
  }
}
