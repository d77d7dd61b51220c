package dataset

import "lianhua/internal/story"

// Column says what stands in a column, for the schema and for readers.
type Column struct {
	Name  string
	Type  string // of Table Schema: "string", "number", "boolean"
	Among []string
	Needs bool // it is never empty
	Title story.Both
	About story.Both
}

// Columns are those of every table, in order.
func Columns() []Column {
	var kinds []string
	for k := story.Kind(0); k.String() != "unknown"; k++ {
		kinds = append(kinds, k.String())
	}
	precisions := []string{story.Exact.String(), story.About.String(), story.MoreThan.String()}
	return []Column{
		{"id", "string", nil, true, story.Both{ZH: "编号", EN: "Id"}, story.Both{ZH: "固定不变的编号", EN: "stable name of the figure"}},
		{"value", "number", nil, true, story.Both{ZH: "数值", EN: "Value"}, story.Both{ZH: "报道所写的十进制数，以 unit_zh 为单位", EN: "exact decimal as the page states it, in unit_zh"}},
		{"unit_zh", "string", nil, false, story.Both{ZH: "单位", EN: "Unit of the page"}, story.Both{ZH: "报道用的单位", EN: "unit that the page uses, in Chinese"}},
		{"value_en", "number", nil, true, story.Both{ZH: "英文数值", EN: "Value for English readers"}, story.Both{ZH: "同一数量，以 unit_en 为单位，精确换算", EN: "the same amount in unit_en, converted exactly"}},
		{"unit_en", "string", nil, false, story.Both{ZH: "英文单位", EN: "Unit"}, story.Both{ZH: "英文单位，序数与年份没有单位", EN: "unit in English; none for places in an order and years"}},
		{"text_zh", "string", nil, true, story.Both{ZH: "写法", EN: "Written in Chinese"}, story.Both{ZH: "中文页面上的写法", EN: "as the Chinese page writes it"}},
		{"text_en", "string", nil, true, story.Both{ZH: "英文写法", EN: "Written in English"}, story.Both{ZH: "英文页面上的写法", EN: "as the English page writes it"}},
		{"kind", "string", kinds, true, story.Both{ZH: "类别", EN: "Kind"}, story.Both{ZH: "数量的类别", EN: "sort of quantity"}},
		{"precision", "string", precisions, true, story.Both{ZH: "准确程度", EN: "Precision"}, story.Both{ZH: "exact 为准数，about 为“约”，more-than 为“余”“多”“以上”", EN: "exact, about (约), or more-than (余, 多, 以上: at least)"}},
		{"target", "boolean", nil, true, story.Both{ZH: "目标", EN: "Target"}, story.Both{ZH: "计划达到，不是已经做到", EN: "planned, not achieved"}},
		{"derived", "boolean", nil, true, story.Both{ZH: "推算", EN: "Derived"}, story.Both{ZH: "由报道给出的数字算得，不是报道所写", EN: "computed from figures that the page states"}},
		{"formula", "string", nil, false, story.Both{ZH: "算式", EN: "Formula"}, story.Both{ZH: "推算的算式，用 id 写成", EN: "how a derived figure is computed, over ids"}},
		{"rounding", "string", nil, false, story.Both{ZH: "取舍", EN: "Rounding"}, story.Both{ZH: "推算结果的取舍规则，空则未取舍", EN: "rule by which a derived figure was rounded; empty where it is exact"}},
		{"qualifier_zh", "string", nil, false, story.Both{ZH: "限定", EN: "Qualifier in Chinese"}, story.Both{ZH: "约数、下限、目标、推算；空则为报道写明的准数", EN: "the same in Chinese words; empty where exact, achieved and stated"}},
		{"qualifier_en", "string", nil, false, story.Both{ZH: "英文限定", EN: "Qualifier"}, story.Both{ZH: "英文的限定", EN: "approximate, at least, target, computed; empty where exact, achieved and stated"}},
		{"period_zh", "string", nil, true, story.Both{ZH: "时间", EN: "Period in Chinese"}, story.Both{ZH: "数字所属的时间", EN: "what time the figure is for, in Chinese"}},
		{"period_en", "string", nil, true, story.Both{ZH: "英文时间", EN: "Period"}, story.Both{ZH: "英文的时间", EN: "what time the figure is for"}},
		{"meaning_zh", "string", nil, true, story.Both{ZH: "含义", EN: "Meaning in Chinese"}, story.Both{ZH: "数的是什么，用我们自己的话", EN: "what is counted, in our own words, in Chinese"}},
		{"meaning_en", "string", nil, true, story.Both{ZH: "英文含义", EN: "Meaning"}, story.Both{ZH: "英文的含义", EN: "what is counted, in our own words"}},
		{"paragraph", "string", nil, true, story.Both{ZH: "段落编号", EN: "Paragraph"}, story.Both{ZH: "报纸版面上的段落，J 为九龙坡篇，V 为江津篇", EN: "paragraph of the newspaper page: J for the article on Jiulongpo, V for Jiangjin"}},
		{"source_zh", "string", nil, true, story.Both{ZH: "出处", EN: "Source in Chinese"}, story.Both{ZH: "篇、栏、段", EN: "article, section and paragraph, in Chinese"}},
		{"source_en", "string", nil, true, story.Both{ZH: "英文出处", EN: "Source"}, story.Both{ZH: "英文的篇、栏、段", EN: "article, section and paragraph"}},
		{"part_of", "string", nil, false, story.Both{ZH: "属于", EN: "Part of"}, story.Both{ZH: "整体的 id，只在报道写明时", EN: "id of the whole, only where the page itself says so"}},
		{"scenes", "string", nil, false, story.Both{ZH: "画面", EN: "Scenes"}, story.Both{ZH: "画出它的各幕，以空格分开", EN: "scenes that draw it, separated by spaces"}},
	}
}
