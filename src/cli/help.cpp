#include "cli/help.h"

#include <map>

namespace huizong::cli {
namespace {

const Message kOverview{
    R"(用法：huizong 命令 [选项]

命令
  run [任务]        读入、审核、填表、汇总，一次做完；任务是文件夹或 huizong.toml，默认当前文件夹
  figures [任务]    逐行列出读到和算出的每一个数（JSON）
  trace 单元格 [任务]  汇总表上的一个数是怎么来的，一直追到报送表的格子
  cells 文件        逐行列出工作簿里每一个有内容的单元格（JSON）
  help [命令]       看说明

各命令都有的选项
  -C 文件夹         先到这个文件夹
  -q, --quiet       只说结论
  -v, --verbose     提示全部列出，并说出每个文件怎样处理
  --lang zh|en      用中文还是英文
  --color auto|always|never
  --log 文件        把过程记到文件里
  --version         版本
  -h, --help        看说明

退出码
  0    做完了，没有要改的
  1    做完了，有要改的：有错误，或有未读、缺报、重复、名录外的报送
  2    命令行写错了
  3    任务、映射、表样或单位名录有错，没有开始审核
  4    结果写不出来
  70   huizong 自己出了错
  130  被中断
)",
    R"(Usage: huizong COMMAND [options]

Commands
  run [JOB]         read, audit, fill and summarise; JOB is a folder or a huizong.toml, by default here
  figures [JOB]     every figure read or computed, one JSON line each
  trace CELL [JOB]  what a figure of the 汇总表 was made of, down to the cells of the submissions
  cells FILE        every cell of a workbook that holds something, one JSON line each
  help [COMMAND]    this text

Options of every command
  -C DIR            go to this folder first
  -q, --quiet       print the verdict only
  -v, --verbose     list every note, and what was done with each file
  --lang zh|en      language of messages
  --color auto|always|never
  --log FILE        write a log
  --version         the version
  -h, --help        this text

Exit status
  0    done, nothing to correct
  1    done, and something is to be corrected: errors, or submissions unread, missing, repeated or unknown
  2    the command line was wrong
  3    job, mapping, template or unit list is wrong; nothing was judged
  4    output could not be written
  70   a fault in huizong itself
  130  interrupted
)"};

const std::map<std::string, Message>& pages() {
  static const std::map<std::string, Message> kPages = {
      {"run",
       {R"(用法：huizong run [任务] [选项]

读入任务里的全部报送表，计算执行率、得分、总分、等级，逐条审核，然后写出
  输出/<任务名>汇总表.xlsx   输出/审核结果.xlsx   输出/填表/<编码>_<单位>[_<项目>].xlsx
  出错说明.xlsx（任务的 [audit] 写了 explanations 的）：警告在里面写明说明和审批人，下次运行就不再计入

  -j, --jobs N      同时处理几个工作簿，默认与处理器核数相同
  -n, --dry-run     只读入和审核，什么都不写
  --json            标准输出只印一个 JSON 对象
  --all             同 --json 一起：通过了的审核也逐条列出，连同两边的数
)",
        R"(Usage: huizong run [JOB] [options]

Reads every submission of the job, computes execution rates, scores and grades, audits every figure, and writes
  输出/<job>汇总表.xlsx   输出/审核结果.xlsx   输出/填表/<code>_<unit>[_<item>].xlsx
  出错说明.xlsx where [audit] of the job names it: a warning explained and approved there no longer counts

  -j, --jobs N      so many workbooks at once; by default as many as there are cores
  -n, --dry-run     read and audit only, write nothing
  --json            one JSON object on stdout and nothing else
  --all             with --json: every check that held too, with both sides
)"}},
      {"figures",
       {R"(用法：huizong figures [任务] [-j N]

逐行列出每一个数：unit form item year field row value raw money derived file sheet cell
)",
        R"(Usage: huizong figures [JOB] [-j N]

One JSON line a figure: unit form item year field row value raw money derived file sheet cell
)"}},
      {"trace",
       {R"(用法：huizong trace '汇总!F12' [任务] [--json]

说出汇总表上一个数的来历：合计由哪几格相加，比率由哪几个数算出，每个数取自哪份报送表的哪一格，
原文是什么，读取时怎样折算、改读。说的是最近一次 run 记下的；汇总表或报送表后来改过的会说明。
  汇总!F12 或 F12 是汇总那一张；其余写工作表名：指标明细!K5、同比!E6、图表数据!B4。
  一个任务收几种表的，汇总、指标明细、同比都要写明是哪一张。

  --json            标准输出只印一个 JSON 对象

退出码
  0    说出来了，汇总表、报送表都和写出时一样
  1    这一格没有记下出处；或汇总表、报送表、映射、上年的数据后来改过
  2    位置写错了，或不知道是哪一张工作表
  3    还没有运行过，或任务、数据文件读不了
)",
        R"(Usage: huizong trace '汇总!F12' [JOB] [--json]

What a figure of the 汇总表 was made of: a total's cells, a rate's operands, and of each figure the submission, sheet
and cell it was read from, the text there, and how that was converted or cleaned. It is told as the last run kept it;
where the 汇总表 or a submission was changed since, that is said.
  汇总!F12 or F12 is the 汇总 sheet; the others go by their names: 指标明细!K5, 同比!E6, 图表数据!B4.
  A job of several forms needs the whole name of the sheet.

  --json            one JSON object on stdout and nothing else

Exit status
  0    told, and the 汇总表 and the submissions are as they were when it was written
  1    nothing is recorded of that cell; or the 汇总表, a submission, the mapping or last year's store was changed since
  2    no such place, or several
  3    never run, or the job or its store cannot be read
)"}},
      {"cells",
       {R"(用法：huizong cells 文件 [-o 输出文件] [--limit 名称=数]…

逐行列出工作簿（.xlsx、.xlsm、.xls）里每个有内容的单元格：
  {"sheet","ref","type":"n|s|b|e|d","value"[,"warn"]}
文件读不了时说明原因，退出码 1。

  -o, --output 文件     写到文件；整个读完才有这个文件
  --limit 名称=数       改一个读取上限，可以写几个，例如 --limit strings=20000000；
                        名称与 huizong.toml 的 [limits] 相同（cells 除外），写错时逐一列出
)",
        R"(Usage: huizong cells FILE [-o OUT] [--limit NAME=VALUE]...

One JSON line a cell of a workbook (.xlsx, .xlsm, .xls) that holds something:
  {"sheet","ref","type":"n|s|b|e|d","value"[,"warn"]}
A file that is refused says why, with exit status 1.

  -o, --output OUT      write to a file, which stands there only once all was read
  --limit NAME=VALUE    set a limit of the reader; may be repeated, as in --limit strings=20000000.
                        The names are those of [limits] in huizong.toml but cells; a wrong one lists them
)"}},
  };
  return kPages;
}

}  // namespace

std::string help_text(const std::string& topic, Lang lang) {
  if (topic.empty() || topic == "help") return kOverview.in(lang);
  const auto page = pages().find(topic);
  return page == pages().end() ? "" : page->second.in(lang);
}

}  // namespace huizong::cli
