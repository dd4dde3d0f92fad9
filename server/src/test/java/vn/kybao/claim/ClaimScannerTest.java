package vn.kybao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimStatus;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueType;
import vn.kybao.period.CalendarPeriod;

/** What sentences of reports say, in a report on the first quarter of 2024. */
class ClaimScannerTest {
    private final ClaimScanner scanner = new ClaimScanner();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            # ---- a figure before its name
            412 hồ sơ tiếp nhận trong quý.                                 | VALUE dossiers-in "412 hồ sơ" 412 dossier
            Có 7 cuộc thanh tra được tiến hành                             | VALUE inspections "7 cuộc" 7 inspection
            Toàn tỉnh có 1.845 trạm BTS (2G, 3G, 4G).                      | VALUE towers "1.845 trạm" 1845 tower
            Trên 5.400 km cáp quang nội tỉnh đã được kéo                   | VALUE cable "5.400 km" 5400 km AT_LEAST
            1,3 triệu thuê bao di động                                     | VALUE mobile "1,3 triệu thuê bao" 1300000 subscription
            Thu được 82 tỷ đồng tổng thu ngân sách                         | VALUE budget "82 tỷ đồng" 82 billion-vnd
            Đã đăng 1.120 tin, bài đăng Cổng thông tin                     | VALUE posts "1.120 tin, bài" 1120 item
            # ---- a figure behind its name
            Doanh thu bưu chính đạt 73 tỷ đồng                             | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd
            Doanh thu bưu chính của các doanh nghiệp trên địa bàn trong 3 tháng đầu năm 2024 ước đạt: 73,5 tỷ đồng | VALUE post-revenue "73,5 tỷ đồng" 73.5 billion-vnd
            Doanh thu bưu chính ước đạt 73,5 tỷ đồng                       | VALUE post-revenue "73,5 tỷ đồng" 73.5 billion-vnd ABOUT
            Số hồ sơ tiếp nhận: 412                                        | VALUE dossiers-in "412" 412 dossier
            Số hồ sơ tiếp nhận là 412, tất cả qua mạng                     | VALUE dossiers-in "412" 412 dossier
            Tiền phạt vi phạm hành chính là 25.500.000đ.                   | VALUE fines "25.500.000đ" 25500000 vnd
            tổng số tiền phạt 25,5 triệu đồng                              | VALUE fines "25,5 triệu đồng" 25.5 million-vnd
            Tổng thu ngân sách đạt 2,4 nghìn tỷ đồng                       | VALUE budget "2,4 nghìn tỷ đồng" 2400 billion-vnd
            Tổng thu ngân sách đạt 950 triệu                               | VALUE budget "950 triệu" 950 million-vnd
            Tổng thu ngân sách, trên địa bàn tỉnh, đạt 950 tỷ              | VALUE budget "950 tỷ" 950 billion-vnd
            Số thuê bao di động (không kể máy khóa) đạt 905.120 thuê bao   | VALUE mobile "905.120 thuê bao" 905120 subscription
            Chỉ số sản xuất công nghiệp đạt 104,6%                         | VALUE production "104,6%" 104.6 percent
            Số máy điện thoại/100 dân đạt 61,75 máy                        | VALUE density "61,75 máy" 61.75 per-100
            Số lao động được đào tạo tại các trường nghề là 1 234 người    | VALUE trained "1 234 người" 1234 person
            # ---- a figure within its name, or with its unit apart
            Đã tiếp nhận 412 hồ sơ, giải quyết 397 hồ sơ                   | VALUE dossiers-in "412 hồ sơ" 412 dossier; VALUE dossiers-done "397 hồ sơ" 397 dossier
            Tiếp nhận được hơn 400 hồ sơ                                   | VALUE dossiers-in "400 hồ sơ" 400 dossier AT_LEAST
            Hoàn thành 51 nhiệm vụ                                         | VALUE tasks-done "51 nhiệm vụ" 51 task
            # ---- the longest name, without accents, with another tone mark, in capitals, over a line
            Số thuê bao di động có Internet là 640.200 thuê bao            | VALUE mobile-internet "640.200 thuê bao" 640200 subscription
            SỐ HỒ SƠ TIẾP NHẬN: 412 HỒ SƠ                                  | VALUE dossiers-in "412 HỒ SƠ" 412 dossier
            so ho so tiep nhan la 412 ho so                                | VALUE dossiers-in "412 ho so" 412 dossier
            Doanh thu buu chinh uoc dat 73 ty dong, tang 4% so voi cung ky | VALUE post-revenue "73 ty dong" 73 billion-vnd ABOUT; CHANGE post-revenue "tang 4%" 4 percent base=SAME_PERIOD_LAST_YEAR
            Số nhà văn hóa xã là 214 nhà                                   | VALUE culture "214 nhà" 214 house
            Số nhà văn hoá xã là 214 nhà                                   | VALUE culture "214 nhà" 214 house
            Tỉ lệ hộ nghèo còn 3,1%                                        | SHARE poverty "3,1%" 3.1 percent
            Tin bài đăng “Cổng thông tin” là 1.120 tin                     | -
            Số hồ số tiếp nhận là 412                                      | -
            # ---- words that say nothing left out, or added
            Doanh thu doanh nghiệp ngành vận tải đạt 12 tỷ đồng            | VALUE transport "12 tỷ đồng" 12 billion-vnd
            Doanh thu của các doanh nghiệp ngành vận tải trong 3 tháng đầu năm 2024 đạt: 12 tỷ đồng | VALUE transport "12 tỷ đồng" 12 billion-vnd
            Doanh thu trong ngành bưu chính đạt 12 tỷ đồng                 | -
            Doanh thu của bưu chính đạt 73 tỷ đồng                         | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd
            Doanh thu trọng bưu chính đạt 73 tỷ đồng                       | -
            # ---- qualifiers
            Số hồ sơ tiếp nhận là trên 400 hồ sơ                           | VALUE dossiers-in "400 hồ sơ" 400 dossier AT_LEAST
            Số hồ sơ tiếp nhận gần 420 hồ sơ                               | VALUE dossiers-in "420 hồ sơ" 420 dossier NEARLY
            Số hồ sơ tiếp nhận khoảng 410 hồ sơ                            | VALUE dossiers-in "410 hồ sơ" 410 dossier ABOUT
            Số hồ sơ tiếp nhận không quá 420 hồ sơ                         | VALUE dossiers-in "420 hồ sơ" 420 dossier AT_MOST
            Số hồ sơ tiếp nhận đạt 400 hồ sơ trở lên                       | VALUE dossiers-in "400 hồ sơ" 400 dossier AT_LEAST
            # ---- no figures: dates, labels, codes, ranges, telephones, fractions, other units
            Số hồ sơ tiếp nhận tính đến 15/3/2024                          | -
            Số hồ sơ tiếp nhận đến ngày 15 tháng 3 năm 2024                | -
            Số hồ sơ tiếp nhận trong năm 2024                              | -
            Số hồ sơ tiếp nhận theo khoản 2 Điều 5                         | -
            Số hồ sơ tiếp nhận: điện thoại 0912 345 678                    | -
            Số hồ sơ tiếp nhận qua tổng đài 1022                           | -
            Số hồ sơ tiếp nhận 24/24 giờ                                   | -
            Số hồ sơ tiếp nhận từ 5 đến 7 hồ sơ mỗi ngày                   | -
            Số hồ sơ tiếp nhận từ 5-7 hồ sơ                                | -
            Số hồ sơ tiếp nhận: (1) qua mạng                               | -
            Số hồ sơ tiếp nhận lúc 8:30                                    | -
            Số hồ sơ tiếp nhận là 2023                                     | -
            Số hồ sơ tiếp nhận 5 cuộc                                      | -
            Số hồ sơ tiếp nhận đạt 97 điểm phần trăm                       | -
            Trạm thu phát sóng 5G tại 12 xã                                | -
            Tổng thu ngân sách của 12 huyện                                | -
            Tổng thu ngân sách đạt 12                                      | -
            Số máy điện thoại/100 dân tăng                                 | -
            Dịch vụ công mức độ 4 đã triển khai                            | -
            Dịch vụ công mức độ 4, 5 đã triển khai                         | -
            Số cuộc thanh tra theo Kế hoạch số 15/KH-UBND                  | DOCUMENT "15/KH-UBND"
            Số hồ sơ tiếp nhận theo kế hoạch 450 hồ sơ                     | -
            3.4. Số hồ sơ tiếp nhận                                        | -
            3.4 Số hồ sơ tiếp nhận tại Trung tâm                           | -
            3) Số hồ sơ tiếp nhận                                          | -
            # ---- no figures: of something else, a change, a base, a part
            Doanh thu bưu chính tăng mạnh, lợi nhuận đạt 12 tỷ đồng        | -
            Doanh thu bưu chính tăng 6 tỷ đồng                             | -
            Số hồ sơ tiếp nhận tăng thêm 15 hồ sơ                          | -
            Số hồ sơ tiếp nhận tăng lên 427 hồ sơ                          | VALUE dossiers-in "427 hồ sơ" 427 dossier
            Doanh thu bưu chính đạt 73 tỷ đồng (cùng kỳ 70 tỷ đồng), tăng 4,3% | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd; CHANGE post-revenue "tăng 4,3%" 4.3 percent
            Doanh thu bưu chính so với 70 tỷ đồng của cùng kỳ              | -
            Số hồ sơ tiếp nhận tăng khá, trong đó 300 hồ sơ qua mạng       | -
            Số hồ sơ tiếp nhận và số hồ sơ giải quyết lần lượt là 412 và 397 hồ sơ | -
            Kế hoạch tổng thu ngân sách là 4.000 tỷ đồng                   | -
            Tổng thu ngân sách năm 2023 đạt 3.800 tỷ đồng                  | VALUE budget "3.800 tỷ đồng" 3800 billion-vnd in=2023
            Quý I/2023, tổng thu ngân sách đạt 880 tỷ đồng                 | VALUE budget "880 tỷ đồng" 880 billion-vnd in=2023-Q1
            Tổng thu ngân sách cùng kỳ năm trước đạt 880 tỷ đồng           | VALUE budget "880 tỷ đồng" 880 billion-vnd in=2023-Q1
            Trong năm 2024 (tính đến 15/3/2024), tổng thu ngân sách đạt 950 tỷ đồng | VALUE budget "950 tỷ đồng" 950 billion-vnd
            Tổng thu ngân sách trong tháng 3/2024 đạt 310 tỷ đồng          | VALUE budget "310 tỷ đồng" 310 billion-vnd in=2024-03
            # ---- references, code, links
            Doanh thu bưu chính đạt {{post-revenue}} tỷ đồng, tăng 4%      | CHANGE post-revenue "tăng 4%" 4 percent
            Doanh thu bưu chính đạt {{change: post-revenue vs=previous}} với 73 tỷ đồng | -
            Doanh thu bưu chính đạt `73 tỷ đồng`                           | -
            [Doanh thu bưu chính đạt 73 tỷ đồng](https://example.vn/73)    | -
            Doanh thu bưu chính: https://example.vn/73 tỷ đồng             | -
            **Doanh thu bưu chính** đạt **73** tỷ đồng                     | VALUE post-revenue "73" 73 billion-vnd
            **Doanh thu bưu chính**: **73 tỷ đồng**                        | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd
            # ---- fractions
            Hoàn thành 51/54 nhiệm vụ được giao                            | VALUE tasks-done "51" 51 task; VALUE tasks-in "54 nhiệm vụ" 54 task
            Hoàn thành 51/54 nhiệm vụ                                      | -
            Hoàn thành 51/54 tiêu chí được giao                            | -
            Số nhiệm vụ hoàn thành trên số nhiệm vụ được giao: 51/54 nhiệm vụ | VALUE tasks-done "51" 51 task; VALUE tasks-in "54 nhiệm vụ" 54 task
            # ---- changes and their bases
            Doanh thu bưu chính tăng 4%                                    | CHANGE post-revenue "tăng 4%" 4 percent
            Doanh thu bưu chính giảm 3,5 % so với cùng kỳ                  | CHANGE post-revenue "giảm 3,5 %" -3.5 percent base=SAME_PERIOD_LAST_YEAR
            Doanh thu bưu chính đạt 73 tỷ đồng, tăng 4,3% so với cùng kỳ năm 2023 | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd; CHANGE post-revenue "tăng 4,3%" 4.3 percent base=SAME_PERIOD_LAST_YEAR
            Doanh thu bưu chính tăng 4% so với quý I/2023                  | CHANGE post-revenue "tăng 4%" 4 percent base=SAME_PERIOD_LAST_YEAR
            Doanh thu bưu chính tăng 4% so với năm 2023                    | CHANGE post-revenue "tăng 4%" 4 percent base=PREVIOUS_YEAR
            Doanh thu bưu chính tăng 4% so với thực hiện năm trước         | CHANGE post-revenue "tăng 4%" 4 percent base=PREVIOUS_YEAR
            Doanh thu bưu chính tăng 4% so với quý trước                   | CHANGE post-revenue "tăng 4%" 4 percent base=PREVIOUS_PERIOD
            Doanh thu bưu chính tăng 4% so với quý IV/2023                 | CHANGE post-revenue "tăng 4%" 4 percent base=PREVIOUS_PERIOD
            Doanh thu bưu chính tăng hơn 4% so với kỳ trước                | CHANGE post-revenue "tăng hơn 4%" 4 percent AT_LEAST base=PREVIOUS_PERIOD
            Doanh thu bưu chính tăng 4% so với kế hoạch                    | CHANGE post-revenue "tăng 4%" 4 percent base=PLAN
            Doanh thu bưu chính vượt 4% kế hoạch                           | CHANGE post-revenue "vượt 4%" 4 percent base=PLAN
            Doanh thu bưu chính vượt kế hoạch 4%                           | CHANGE post-revenue "vượt kế hoạch 4%" 4 percent base=PLAN
            So với cùng kỳ, doanh thu bưu chính tăng 4%, số hồ sơ tiếp nhận giảm 2% | CHANGE post-revenue "tăng 4%" 4 percent base=SAME_PERIOD_LAST_YEAR; CHANGE dossiers-in "giảm 2%" -2 percent base=SAME_PERIOD_LAST_YEAR
            Tăng 4% doanh thu bưu chính so với năm 2023                    | CHANGE post-revenue "Tăng 4%" 4 percent base=PREVIOUS_YEAR
            Tốc độ tăng trưởng doanh thu bưu chính đạt 4%                  | CHANGE post-revenue "4%" 4 percent
            Doanh thu bưu chính tăng 4% so với năm 2019                    | -
            Doanh thu bưu chính tăng 4% so với bình quân cả nước           | -
            Doanh thu bưu chính tăng 4 điểm phần trăm                      | -
            Doanh thu bưu chính tăng gấp 2 lần                             | -
            Doanh thu bưu chính tăng mạnh, lợi nhuận tăng 4%               | -
            Doanh thu bưu chính đạt 73 tỷ đồng và lợi nhuận tăng 4%        | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd
            Lợi nhuận tăng 4%                                              | -
            Tỷ lệ hộ nghèo giảm từ 4,2% xuống còn 3,1%                     | SHARE poverty "3,1%" 3.1 percent
            Doanh thu bưu chính đạt 73 tỷ đồng, tăng 4% doanh thu so với năm 2023 | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd; CHANGE post-revenue "tăng 4%" 4 percent base=PREVIOUS_YEAR
            # ---- shares
            Tổng thu ngân sách đạt 23% kế hoạch                            | SHARE budget "23%" 23 percent base=PLAN of=«kế hoạch»
            Tổng thu ngân sách đạt 950 tỷ đồng, bằng 24,5% dự toán năm 2024 | VALUE budget "950 tỷ đồng" 950 billion-vnd; SHARE budget "24,5%" 24.5 percent base=PLAN of=«dự toán năm 2024»
            Tổng thu ngân sách bằng 108% so với cùng kỳ năm trước          | SHARE budget "108%" 108 percent base=SAME_PERIOD_LAST_YEAR of=«cùng kỳ năm trước»
            Tổng thu ngân sách so với kế hoạch đạt 24,5%                   | SHARE budget "24,5%" 24.5 percent base=PLAN of=«kế hoạch»
            Tỷ lệ hồ sơ đúng hạn đạt 98,5%                                 | SHARE on-time "98,5%" 98.5 percent
            Tỷ lệ hồ sơ đúng hạn đạt 98,5% trên tổng số hồ sơ tiếp nhận    | SHARE on-time "98,5%" 98.5 percent of=«tổng số hồ sơ tiếp nhận»
            Tỷ lệ hồ sơ đúng hạn là 98,5% của số hồ sơ đã giải quyết       | SHARE on-time "98,5%" 98.5 percent of=«số hồ sơ đã giải quyết»
            Trên tổng số hồ sơ đã xử lý, tỷ lệ hồ sơ đúng hạn là 98,5%     | SHARE on-time "98,5%" 98.5 percent of=«tổng số hồ sơ đã xử lý»
            Đạt tỷ lệ hoàn thành kịp thời 100%                             | SHARE - "100%" 100 percent
            Hoàn thành 51/54 nhiệm vụ, đạt tỷ lệ 94,4%                     | SHARE - "94,4%" 94.4 percent of=«54 nhiệm vụ»
            Khu vực tư nhân chiếm 12%                                      | SHARE - "12%" 12 percent
            Khu vực tư nhân chiếm khoảng 12% tổng vốn đầu tư               | SHARE - "12%" 12 percent ABOUT of=«tổng vốn đầu tư»
            Đã phủ sóng 98% khu dân cư                                     | SHARE coverage "98%" 98 percent of=«khu dân cư»
            Đã phủ sóng trên 98% khu dân cư                                | SHARE coverage "98%" 98 percent AT_LEAST of=«khu dân cư»
            Giảm giá 15% cho hội viên                                      | -
            Hỗ trợ 70% lãi suất                                            | -
            # ---- whole sentences
            Tổng số hồ sơ tiếp nhận trong kỳ: 412 hồ sơ (tăng 12% so với cùng kỳ), trong đó trực tuyến 300 hồ sơ. | VALUE dossiers-in "412 hồ sơ" 412 dossier; CHANGE dossiers-in "tăng 12%" 12 percent base=SAME_PERIOD_LAST_YEAR
            Tổng thu ngân sách quý I ước đạt 950 tỷ đồng, bằng 24% kế hoạch năm và bằng 108% cùng kỳ. | VALUE budget "950 tỷ đồng" 950 billion-vnd ABOUT; SHARE budget "24%" 24 percent base=PLAN of=«kế hoạch năm»; SHARE budget "108%" 108 percent base=SAME_PERIOD_LAST_YEAR of=«cùng kỳ»
            Tổng thu ngân sách đạt 950 tỷ đồng; tăng 8% so với cùng kỳ. | VALUE budget "950 tỷ đồng" 950 billion-vnd; CHANGE budget "tăng 8%" 8 percent base=SAME_PERIOD_LAST_YEAR
            Tổng thu ngân sách đạt 950 tỷ đồng. Tăng 8% so với cùng kỳ. | VALUE budget "950 tỷ đồng" 950 billion-vnd; CHANGE budget "Tăng 8%" 8 percent base=SAME_PERIOD_LAST_YEAR
            Tổng thu ngân sách đạt 950 tỷ đồng. Số hộ thoát nghèo nhiều. Tăng 8%. | VALUE budget "950 tỷ đồng" 950 billion-vnd
            Trong kỳ có 412 hồ sơ được tiếp nhận, 397 hồ sơ đã giải quyết. | VALUE dossiers-in "412 hồ sơ" 412 dossier; VALUE dossiers-done "397 hồ sơ" 397 dossier
            Đã giải quyết đúng hạn 397 hồ sơ, còn 15 hồ sơ đang xử lý      | -
            Số nhiệm vụ được giao là 54 nhiệm vụ, hoàn thành 51 nhiệm vụ (đạt 94,4%) | VALUE tasks-in "54 nhiệm vụ" 54 task; VALUE tasks-done "51 nhiệm vụ" 51 task; SHARE - "94,4%" 94.4 percent
            Trong số 54 nhiệm vụ được giao, có 51 nhiệm vụ hoàn thành, chiếm 94,4% | VALUE tasks-in "54 nhiệm vụ" 54 task; VALUE tasks-done "51 nhiệm vụ" 51 task; SHARE - "94,4%" 94.4 percent of=«số 54 nhiệm vụ được giao»
            Tổng thu ngân sách năm 2023 đạt 3.800 tỷ đồng, năm 2024 ước đạt 4.100 tỷ đồng | VALUE budget "3.800 tỷ đồng" 3800 billion-vnd in=2023
            Ước tổng thu ngân sách cả năm đạt 4.100 tỷ đồng                | VALUE budget "4.100 tỷ đồng" 4100 billion-vnd in=2024
            Phấn đấu tổng thu ngân sách đạt 1.100 tỷ đồng                  | -
            Doanh thu bưu chính công ích đạt 12 tỷ đồng                    | -
            Doanh thu bưu chính, viễn thông đạt 500 tỷ đồng                | -
            Đạt 24,3% KH năm                                               | SHARE - "24,3%" 24.3 percent base=PLAN of=«KH năm»
            Số lao động được đào tạo đạt 1.234 lao động                    | VALUE trained "1.234 lao động" 1234 person
            Số cuộc thanh tra 7 cuộc, giảm 30% so với kế hoạch             | VALUE inspections "7 cuộc" 7 inspection; CHANGE inspections "giảm 30%" -30 percent base=PLAN
            Tỷ lệ hộ nghèo giảm 1,2% so với năm 2023, còn 3,1%             | CHANGE poverty "giảm 1,2%" -1.2 percent base=PREVIOUS_YEAR; SHARE poverty "3,1%" 3.1 percent
            Số thuê bao di động đạt 905.120 thuê bao, tăng 2,1% so với cùng kỳ; mật độ đạt 70 thuê bao/100 dân | VALUE mobile "905.120 thuê bao" 905120 subscription; CHANGE mobile "tăng 2,1%" 2.1 percent base=SAME_PERIOD_LAST_YEAR
            Có 02 cuộc thanh tra đột xuất và 05 cuộc thanh tra theo kế hoạch | -
            Tính đến hết tháng 3/2024, số thuê bao di động đạt 905.120 thuê bao | VALUE mobile "905.120 thuê bao" 905120 subscription
            Trong tháng 3, tiếp nhận 130 hồ sơ                             | VALUE dossiers-in "130 hồ sơ" 130 dossier in=2024-03
            Doanh thu bưu chính tăng từ 70 tỷ đồng lên 73 tỷ đồng          | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd
            Doanh thu bưu chính đạt 73/300 tỷ đồng                         | -
            Doanh thu bưu chính tháng 1 đạt 25 tỷ đồng, tháng 2 đạt 22 tỷ đồng | VALUE post-revenue "25 tỷ đồng" 25 billion-vnd in=2024-01
            Tổng thu ngân sách tăng 8%, đạt 950 tỷ đồng                    | CHANGE budget "tăng 8%" 8 percent; VALUE budget "950 tỷ đồng" 950 billion-vnd
            Số lao động được đào tạo: 1.234 người (đạt 30% kế hoạch)       | VALUE trained "1.234 người" 1234 person; SHARE trained "30%" 30 percent base=PLAN of=«kế hoạch»
            Hoàn thành 100% nhiệm vụ được giao                             | -
            So với năm 2023, doanh thu bưu chính đạt 73 tỷ đồng            | VALUE post-revenue "73 tỷ đồng" 73 billion-vnd
            Năm 2024, tổng thu ngân sách đạt 950 tỷ đồng                   | VALUE budget "950 tỷ đồng" 950 billion-vnd
            Tỷ lệ hộ nghèo tăng mạnh đạt 5,2%                              | SHARE poverty "5,2%" 5.2 percent
            Doanh thu bưu chính tăng 4% so với kế hoạch, số hồ sơ tiếp nhận giảm 2% | CHANGE post-revenue "tăng 4%" 4 percent base=PLAN; CHANGE dossiers-in "giảm 2%" -2 percent
            # ---- documents
            Theo Quyết định số 77/QĐ-UBND ngày 09/02/2024 của UBND tỉnh    | DOCUMENT "77/QĐ-UBND" by=«UBND tỉnh» on=2024-02-09
            Nghị định số 99/2023/NĐ-CP của Thủ tướng Chính phủ             | DOCUMENT "99/2023/NĐ-CP" by=«Thủ tướng Chính phủ»
            [Quyết định số 77/QĐ-UBND](https://example.vn/12/QĐ-UBND)      | DOCUMENT "77/QĐ-UBND"
            Mã nguồn `Quyết định số 77/QĐ-UBND`                            | -
            """)
    void aSentenceGivesTheseClaims(String text, String expected) {
        List<Claim> claims = scanner.scan(text, Catalogue.ALL, Catalogue.QUARTER);

        assertThat(told(claims)).isEqualTo(expected == null ? "" : expected);
        assertThat(claims).allSatisfy(claim -> {
            assertThat(text.substring(claim.getStart(), claim.getStart() + claim.getLength()))
                    .isEqualTo(claim.getText());
            assertThat(claim.getStatus()).isEqualTo(ClaimStatus.PROPOSED);
        });
    }

    @Test
    void aNewLineMayGoOnWithASentenceOrBeginAnItem() {
        assertThat(scanned("Số hồ sơ tiếp nhận\nlà 412\nhồ sơ."))
                .isEqualTo("VALUE dossiers-in \"412\nhồ sơ\" 412 dossier");
        assertThat(scanned("- Số hồ sơ tiếp nhận:\n- 412 trạm BTS\n")).isEqualTo("VALUE towers \"412 trạm\" 412 tower");
        assertThat(scanned("## Số hồ sơ tiếp nhận\n412 hồ sơ")).isEmpty();
        assertThat(scanned("Số hồ sơ tiếp nhận\n\nlà 412 hồ sơ")).isEmpty();
        assertThat(scanned("1. Số hồ sơ tiếp nhận: 412\n2. Số hồ sơ giải quyết: 397\n"))
                .isEqualTo("VALUE dossiers-in \"412\" 412 dossier; VALUE dossiers-done \"397\" 397 dossier");
    }

    @Test
    void theCellsOfATableAreNotReadAsASentence() {
        assertThat(scanned("| Chỉ tiêu | 2023 | 2024 |\n|---|---|---|\n| Số hồ sơ tiếp nhận | 380 | 412 |\n"))
                .isEmpty();
    }

    @Test
    void noNumberAloneOnItsLineBelongsToWhatStandsBelow() {
        assertThat(scanned("7\nSố cuộc thanh tra\nCuộc\n5\n7\n116,7\n8\nTrạm BTS\nTrạm"))
                .isEmpty();
    }

    @Test
    void codeOverSeveralLinesIsLeft() {
        assertThat(scanned("```\nSố hồ sơ tiếp nhận là 412 hồ sơ\n```\nTiếp nhận 415 hồ sơ"))
                .isEqualTo("VALUE dossiers-in \"415 hồ sơ\" 415 dossier");
        assertThat(scanned("~~~\nSố hồ sơ tiếp nhận là 412 hồ sơ\n~~~\n")).isEmpty();
        assertThat(scanned("Dấu ` lẻ không mở đoạn mã: số hồ sơ tiếp nhận là 412"))
                .isEqualTo("VALUE dossiers-in \"412\" 412 dossier");
    }

    @Test
    void aTextWhoseAccentsStandApartIsReadToo() {
        String text = Normalizer.normalize("Số hồ sơ tiếp nhận là 412 hồ sơ", Normalizer.Form.NFD);

        List<Claim> claims = scanner.scan(text, Catalogue.ALL, Catalogue.QUARTER);

        assertThat(claims).hasSize(1);
        Claim claim = claims.getFirst();
        assertThat(text.substring(claim.getStart(), claim.getStart() + claim.getLength()))
                .isEqualTo(claim.getText())
                .startsWith("412 ");
    }

    @Test
    void offsetsCountUtf16Units() {
        String text = "📈 Số hồ sơ tiếp nhận là 412 hồ sơ 📈";

        Claim claim = scanner.scan(text, Catalogue.ALL, Catalogue.QUARTER).getFirst();

        assertThat(claim.getStart()).isEqualTo(text.indexOf("412"));
        assertThat(claim.getLength()).isEqualTo("412 hồ sơ".length());
    }

    @Test
    void anIndicatorThatIsNotValidInThePeriodIsNotNamed() {
        Indicator old = Catalogue.indicator("before", "Số hồ sơ tiếp nhận", "dossier", "Hồ sơ", ValueType.COUNT)
                .validTo(LocalDate.of(2023, 12, 31));
        Indicator now = Catalogue.indicator("now", "Số hồ sơ tiếp nhận", "dossier", "Hồ sơ", ValueType.COUNT)
                .validFrom(LocalDate.of(2024, 3, 31));

        assertThat(told(scanner.scan("Số hồ sơ tiếp nhận: 412", List.of(old, now), Catalogue.QUARTER)))
                .isEqualTo("VALUE now \"412\" 412 dossier");
    }

    @Test
    void ofIndicatorsWithOneNameTheUnitDecides() {
        Indicator money = Catalogue.indicator("money", "Đầu tư công", "billion-vnd", "Tỷ đồng", ValueType.MONEY);
        Indicator count = Catalogue.indicator("count", "Đầu tư công", "project", "Dự án", ValueType.COUNT);
        List<Indicator> both = List.of(count, money);

        assertThat(told(scanner.scan("Đầu tư công: 73 tỷ đồng", both, Catalogue.QUARTER)))
                .isEqualTo("VALUE money \"73 tỷ đồng\" 73 billion-vnd");
        assertThat(told(scanner.scan("Đầu tư công: 15 dự án", both, Catalogue.QUARTER)))
                .isEqualTo("VALUE count \"15 dự án\" 15 project");
    }

    @Test
    void theNameInBracketsAndTheEnglishNameAreNamesToo() {
        Indicator indicator = Catalogue.indicator(
                "points", "Số xã có điểm phục vụ (kể cả bưu cục)", "commune", "Xã", ValueType.COUNT);
        indicator.getName().en("Communes with a service point");

        assertThat(told(scanner.scan("Có 212 xã có điểm phục vụ", List.of(indicator), Catalogue.QUARTER)))
                .isEqualTo("VALUE points \"212 xã\" 212 commune");
        assertThat(told(scanner.scan("Communes with a service point: 212", List.of(indicator), Catalogue.QUARTER)))
                .isEqualTo("VALUE points \"212\" 212 commune");
    }

    @Test
    void aNumberThatCanBeReadInTwoWaysIsNoClaim() {
        assertThat(scanned("Số máy điện thoại/100 dân đạt 61.750 máy")).isEmpty();
        assertThat(scanned("Số máy điện thoại/100 dân đạt 61.75 máy"))
                .isEqualTo("VALUE density \"61.75 máy\" 61.75 per-100");
        assertThat(scanned("Tổng thu ngân sách đạt 1,501.5 tỷ đồng")).isEmpty();
    }

    @Test
    void theMonthBeforeIsTheBaseInAReportOnAMonthOnly() {
        String text = "Doanh thu bưu chính tăng 4% so với tháng trước";

        assertThat(told(scanner.scan(
                        text, Catalogue.ALL, CalendarPeriod.parse("2024-02").orElseThrow())))
                .endsWith("base=PREVIOUS_PERIOD");
        assertThat(scanned(text)).isEmpty();
    }

    private String scanned(String text) {
        return told(scanner.scan(text, Catalogue.ALL, Catalogue.QUARTER));
    }

    static String told(List<Claim> claims) {
        return claims.stream().map(ClaimScannerTest::told).collect(Collectors.joining("; "));
    }

    private static String told(Claim claim) {
        StringBuilder told = new StringBuilder(claim.getKind().getValue());
        if (claim.getValue() != null) {
            told.append(' ').append(claim.getIndicator() == null ? "-" : claim.getIndicator());
        }
        told.append(" \"").append(claim.getText()).append('"');
        if (claim.getValue() != null) {
            told.append(' ')
                    .append(claim.getValue().toPlainString())
                    .append(' ')
                    .append(claim.getUnit());
        }
        if (claim.getQualifier() != null && claim.getQualifier() != Qualifier.EXACT) {
            told.append(' ').append(claim.getQualifier());
        }
        append(told, " base=%s", claim.getBase());
        append(told, " in=%s", claim.getPeriod());
        append(told, " of=«%s»", claim.getDenominator());
        append(
                told,
                " by=«%s»",
                claim.getIssuer() == null ? null : claim.getIssuer().getText());
        append(told, " on=%s", claim.getIssuedOn());
        return told.toString();
    }

    private static void append(StringBuilder told, String form, Object value) {
        if (value != null) {
            told.append(form.formatted(value));
        }
    }
}
